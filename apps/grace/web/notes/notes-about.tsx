import { PartFailed } from '@commons/ui';
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import { type Note, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './notes.module.css';

/** The notes about one conversation, or about doses, by the id of each; none where the grant does not include notes. */
export function useNotesAbout(sessionId?: string) {
  const trpc = useTRPC();
  const profile = useProfile();
  const query = useQuery(
    trpc.notes.about.queryOptions(
      { profileId: profile.id, sessionId },
      { enabled: may(profile, 'notes', 'view') },
    ),
  );
  const byId = Map.groupBy(query.data ?? [], (note) => note.doseId ?? note.sessionId ?? '');
  return {
    of: (id: string): Note[] => byId.get(id) ?? [],
    /** Says that they are missing: none at all would look as if nobody had noted anything. */
    failed: query.isLoadingError && (
      <PartFailed query={query}>The notes about this could not be read.</PartFailed>
    ),
  };
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
