import { ForbiddenState } from '@commons/ui';
import { useProfile } from './profile-context.ts';

/** Instead of a page that no grant opens; `title` says which. */
export function HoldersAlone({ title }: { title: string }) {
  const { preferredName, holderName } = useProfile();
  return (
    <ForbiddenState title={title}>
      It belongs to whoever holds the record of {preferredName}: {holderName}. Ask them, because no access of
      others reaches this.
    </ForbiddenState>
  );
}
