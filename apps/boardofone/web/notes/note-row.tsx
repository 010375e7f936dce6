import { Timestamp } from '@commons/ui';
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Note } from '../client.ts';
import classes from './notes.module.css';
import { useRemoveNote } from './use-remove-note.ts';

/** One note of the list. */
export function NoteRow({ note }: { note: Note }) {
  const { id, title, updatedAt } = note;
  const { remove, pending } = useRemoveNote();
  return (
    <li className={classes.note}>
      <div className={classes.about}>
        <Link href={`/notes/${id}`} className={classes.title} dir="auto">
          {title}
        </Link>
        <Timestamp date={updatedAt} />
      </div>
      <ActionIcon
        aria-label={`Delete ${title}`}
        title="Delete"
        loading={pending}
        onClick={() => remove(note)}
      >
        <IconTrash size={20} stroke={1.6} />
      </ActionIcon>
    </li>
  );
}
