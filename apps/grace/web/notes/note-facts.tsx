import { Timestamp } from '@commons/ui';
import { IconEyeOff, IconPinFilled } from '@tabler/icons-react';
import type { Note } from '../client.ts';
import { categories } from './categories.ts';
import classes from './notes.module.css';

/** What a note is about, who wrote it and when, and what holds for it, each in words. */
export function NoteFacts({ note }: { note: Note }) {
  const { label, Icon } = categories[note.category];
  return (
    <div className={classes.facts}>
      <span className={classes.fact}>
        <Icon size={18} stroke={1.7} aria-hidden="true" />
        {label}
      </span>
      <span>
        {note.isMine ? 'You' : note.authorName}, <Timestamp date={note.createdAt} />
      </span>
      {note.version > 1 && <span>changed</span>}
      {note.isPinned && (
        <span className={classes.fact}>
          <IconPinFilled size={16} aria-hidden="true" />
          Pinned
        </span>
      )}
      {note.isPrivate && (
        <span className={classes.fact}>
          <IconEyeOff size={18} stroke={1.7} aria-hidden="true" />
          Private
        </span>
      )}
      {note.isError && <strong>Written in error</strong>}
    </div>
  );
}
