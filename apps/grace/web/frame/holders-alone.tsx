import { ForbiddenState } from '@commons/ui';
import { useProfile } from './profile-context.ts';

/** Instead of a page that no grant opens; `title` says which. */
export function HoldersAlone({ title }: { title: string }) {
  const { preferredName, holderName } = useProfile();
  return (
    <ForbiddenState title={title}>
      Only {holderName}, who holds the record of {preferredName}, can do this. Ask them.
    </ForbiddenState>
  );
}
