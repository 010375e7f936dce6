import type { Turn } from '../client.ts';
import { inReadersClock } from '../formats/in-readers-clock.ts';
import classes from './talk.module.css';

/** All that was said, in order; summaries lead to its lines. */
export function Turns({ turns, name }: { turns: readonly Turn[]; name: string }) {
  return (
    <ol className={classes.turns}>
      {turns.map(({ id, role, content }) => (
        <li key={id} id={`turn-${id}`} data-role={role} tabIndex={-1}>
          <strong>{role === 'person' ? name : 'Companion'}</strong>
          <p dir="auto">{(role === 'companion' ? inReadersClock(content) : content) || '…'}</p>
        </li>
      ))}
    </ol>
  );
}
