import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Note } from '../client.ts';
import { NoteFacts } from './note-facts.tsx';
import classes from './notes.module.css';

/** One note of the list; its text leads to the whole of it. */
export function NoteCard({ note, profileId }: { note: Note; profileId: string }) {
  return (
    <li className={classes.card} data-error={note.isError}>
      <Link href={`/p/${profileId}/notes/${note.id}`} className={classes.body} dir="auto">
        <span className={classes.excerpt}>{note.body}</span>
        <IconChevronRight className={classes.onward} size={20} stroke={1.7} aria-hidden="true" />
      </Link>
      <NoteFacts note={note} />
    </li>
  );
}
