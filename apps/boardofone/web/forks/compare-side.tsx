import { Link } from 'wouter';
import { isOver } from '../../deliberation/states.ts';
import { dollars } from '../../money/dollars.ts';
import type { Comparison } from '../client.ts';
import classes from './forks.module.css';

interface CompareSideProps {
  title: string;
  side: Comparison['before'];
  kind: 'before' | 'after';
  /** What the rounds had cost that it took over. */
  earlierCost?: string;
}

/** What one of two sessions came to, and what it had cost. */
export function CompareSide({ title, side, kind, earlierCost }: CompareSideProps) {
  const { id, status, outcome, recommendation, totalCost, isPriced } = side;
  const none = isOver(status) ? 'It ended without a vote.' : 'It is not over yet.';
  const hasMemo = recommendation.length > 0;
  return (
    <section className={classes.side} data-side={kind} aria-labelledby={`side-${kind}`}>
      <h2 id={`side-${kind}`}>{title}</h2>
      <p className={classes.verdict} dir="auto">
        {outcome?.words ?? none}
      </p>
      {hasMemo && (
        <>
          <h3>Recommendation</h3>
          <ul>
            {recommendation.map((text) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={classes.note}>
        {isPriced ? 'It cost' : 'Not all of it has a price: it cost at least'} {dollars(totalCost)}
        {Number(earlierCost ?? 0) > 0 &&
          `, and what it took over had cost ${dollars(earlierCost ?? '0')} before`}
        .
      </p>
      <Link href={hasMemo ? `/sessions/${id}/memo` : `/sessions/${id}`} className={classes.link}>
        {hasMemo ? 'Read its memo' : 'Go to its room'}
      </Link>
    </section>
  );
}
