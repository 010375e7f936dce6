import { Timestamp } from '@commons/ui';
import { Title } from '@mantine/core';
import type { Outputs } from '../client.ts';
import { categories } from './categories.ts';
import classes from './notes.module.css';

/** Everything that a note has said, the newest first. */
export function NoteHistory({ revisions }: { revisions: Outputs['notes']['byId']['revisions'] }) {
  return (
    <section aria-labelledby="note-history">
      <Title order={2} id="note-history" mb="sm">
        Earlier wordings
      </Title>
      <ol className={classes.list}>
        {revisions.slice(1).map(({ version, body, category, isError, isPrivate, createdAt }) => (
          <li key={version} className={classes.card}>
            <p className={classes.text} dir="auto">
              {body}
            </p>
            <div className={classes.facts}>
              <span>{categories[category].label}</span>
              <Timestamp date={createdAt} />
              {isPrivate && <span>Private</span>}
              {isError && <strong>Written in error</strong>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
