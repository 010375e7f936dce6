import { PartFailed } from '@commons/ui';
import { IconGitFork } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { changeWords, roundWords } from '../../deliberation/change-words.ts';
import { dollars } from '../../money/dollars.ts';
import { useTRPC } from '../client.ts';
import classes from './forks.module.css';

/** Where a session begins if it is a what-if, and the what-ifs that begin from it; nothing for any other. */
export function ForkStrip({ id }: { id: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.forks.bySession.queryOptions({ id }));
  const { data } = query;
  if (query.isLoadingError) {
    return (
      <section className={classes.strip} aria-label="What if">
        <PartFailed query={query}>The what-ifs of this session could not be read.</PartFailed>
      </section>
    );
  }
  if (!data || (!data.origin && data.forks.length === 0)) return null;
  const { origin, forks } = data;
  return (
    <section className={classes.strip} aria-label="What if">
      {origin && (
        <>
          <p className={classes.what} dir="auto">
            <IconGitFork size={18} stroke={1.8} aria-hidden="true" />
            <strong>{changeWords(origin.change)}</strong>
          </p>
          <p className={classes.note}>
            {roundWords(origin.round)} taken over from{' '}
            <Link href={`/sessions/${origin.sessionId}`}>the session that this begins from</Link>.{' '}
            {Number(origin.earlierCost) > 0 &&
              `What was taken over had cost ${dollars(origin.earlierCost)}. `}
            Nothing of it is paid for again.
          </p>
          <Link href={`/sessions/${id}/compare`} className={classes.link}>
            Compare both
          </Link>
        </>
      )}
      {forks.length > 0 && (
        <>
          <p className={classes.what}>
            <IconGitFork size={18} stroke={1.8} aria-hidden="true" />
            <strong>What-ifs that begin from this session</strong>
          </p>
          <ul className={classes.list}>
            {forks.map((fork) => (
              <li key={fork.id}>
                <Link href={`/sessions/${fork.id}/compare`} className={classes.link}>
                  <span dir="auto">{changeWords(fork.change)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
