import { ForbiddenState } from '@commons/ui';
import type { ReactNode } from 'react';
import { may } from '../../care/may.ts';
import type { Profile } from '../client.ts';
import { useProfile } from './profile-context.ts';

interface WithinProps {
  scope: Profile['rights']['scopes'][number];
  level: Profile['rights']['level'];
  children: ReactNode;
}

/** A page for those whose grant reaches it; others read why they can't see it, and who can change that. */
export function Within({ scope, level, children }: WithinProps) {
  const profile = useProfile();
  if (may(profile, scope, level)) return children;
  return (
    <ForbiddenState>
      Your access to the record of {profile.preferredName} does not include this. {profile.holderName} can
      change that.
    </ForbiddenState>
  );
}
