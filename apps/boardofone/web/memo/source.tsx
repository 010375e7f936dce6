import { IconMessage } from '@tabler/icons-react';
import type { SessionView } from '../../deliberation/view.ts';
import type { Contribution as Said } from '../client.ts';
import { Contribution } from '../room/contribution.tsx';
import classes from './memo.module.css';

/** Who said it and when; opened, the whole of it in its own words. */
export function Source({ view, said }: { view: SessionView; said: Said | undefined }) {
  if (!said) return null;
  const name = view.seats.find(({ id }) => id === said.seatId)?.name ?? 'A seat';
  return (
    <details className={classes.source}>
      <summary>
        <IconMessage size={15} stroke={1.8} aria-hidden="true" />
        {name}, round {said.roundNumber}
      </summary>
      <blockquote>
        <Contribution said={said} view={view} />
      </blockquote>
    </details>
  );
}
