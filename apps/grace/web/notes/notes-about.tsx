import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import { type Note, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './notes.module.css';

/** The notes about one conversation, or about doses, by the id of each; none where the grant does not include notes. */
export function useNotesAbout(sessionId?: string): Map<string, Note[]> {
  const trpc = useTRPC();
  const profile = useProfile();
  const { data = [] } = useQuery(
    trpc.notes.about.queryOptions(
      { profileId: profile.id, sessionId },
      { enabled: may(profile, 'notes', 'view') },
    ),
  );
  return Map.groupBy(data, (note) => note.doseId ?? note.sessionId ?? '');
}

/** What was noted there, each with its author, and the way to note something. */
export function NotesAbout({ notes, add, label }: { notes: Note[]; add: string; label: string }) {
  const profile = useProfile();
  const canAdd = may(profile, 'notes', 'log');
  if (notes.length === 0 && !canAdd) return null;
  return (
    <ul className={classes.about}>
      {notes.map(({ id, body, authorName, isMine }) => (
        <li key={id}>
          <Anchor component={Link} href={`/p/${profile.id}/notes/${id}`} className={classes.quote} dir="auto">
            {body}
          </Anchor>
          <span className={classes.by}>{isMine ? 'You' : authorName}</span>
        </li>
      ))}
      {canAdd && (
        <li>
          <Anchor component={Link} href={`/p/${profile.id}/notes/new?${add}`} aria-label={label} c="dimmed">
            Write a note
          </Anchor>
        </li>
      )}
    </ul>
  );
}
