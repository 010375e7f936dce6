import { NextPage, type PagedQuery } from '@commons/ui';
import { Title } from '@mantine/core';
import { Link } from 'wouter';
import type { Outcome } from '../client.ts';
import { OutcomeView } from './outcome-view.tsx';
import classes from './outcomes.module.css';

interface OutcomeListProps {
  title: string;
  outcomes: readonly Outcome[];
  query: PagedQuery;
}

/** Decisions under one heading; nothing where there are none. */
export function OutcomeList({ title, outcomes, query }: OutcomeListProps) {
  if (outcomes.length === 0) return null;
  return (
    <section className={classes.section} aria-label={title}>
      <Title order={2}>{title}</Title>
      <ul className={classes.list}>
        {outcomes.map((outcome) => (
          <li key={outcome.sessionId} className={classes.item}>
            <h3 dir="auto">
              <Link href={`/sessions/${outcome.sessionId}/memo`}>{outcome.problem.split('\n')[0]}</Link>
            </h3>
            <OutcomeView outcome={outcome} />
          </li>
        ))}
      </ul>
      <NextPage query={query}>Show more</NextPage>
    </section>
  );
}
