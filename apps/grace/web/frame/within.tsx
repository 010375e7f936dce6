import { ForbiddenState } from '@commons/ui';
import type { ReactNode } from 'react';
import { may } from '../../care/may.ts';
import type { Profile } from '../client.ts';
import { useProfile } from './profile-context.ts';

type Scope = Profile['rights']['scopes'][number];

interface WithinProps {
  scope: Scope;
  level: Profile['rights']['level'];
  children?: ReactNode;
}

const closed: Record<Scope, string> = {
  medications: 'The medicines are closed to you',
  notes: 'The notes are closed to you',
  chat_summaries: 'The conversations are closed to you',
  chat_transcripts: 'The conversations are closed to you',
  emergency_card: 'The emergency card is closed to you',
};

/** A page for those whose grant reaches it; others read what is closed to them, and who can open it. */
export function Within({ scope, level, children }: WithinProps) {
  const profile = useProfile();
  if (may(profile, scope, level)) return children;
  const { preferredName, holderName } = profile;
  return (
    <ForbiddenState title={may(profile, scope, 'view') ? 'You may look, and not change this' : closed[scope]}>
      Your access to the record of {preferredName} does not include this. {holderName} can change that.
    </ForbiddenState>
  );
}
