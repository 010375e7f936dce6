import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import type { Note, Outputs } from '../client.ts';
import { formatInstant } from '../formats/format-time.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';

interface NoteSubjectProps {
  note: Pick<Note, 'sessionId'>;
  dose: Outputs['notes']['byId']['dose'];
}

/** The dose or the conversation that a note was written about, for those who see it. */
export function NoteSubject({ note: { sessionId }, dose }: NoteSubjectProps) {
  const profile = useProfile();
  const base = `/p/${profile.id}`;
  if (dose)
    return (
      <p className={page.lead}>
        About{' '}
        <Anchor component={Link} href={`${base}/history?medicine=${dose.medicationId}`}>
          {dose.medicationName}, {formatInstant(profile.timeZone, dose.actualAt)}
        </Anchor>
      </p>
    );
  if (!sessionId || !may(profile, 'chat_transcripts', 'view')) return null;
  return (
    <p className={page.lead}>
      About{' '}
      <Anchor component={Link} href={`${base}/talk/${sessionId}`}>
        a conversation
      </Anchor>
    </p>
  );
}
