import { Title } from '@mantine/core';
import type { SessionView } from '../../deliberation/view.ts';
import type { Contribution, Memo } from '../client.ts';
import { optionKey, optionLabel } from '../room/option-key.ts';
import { withNames } from '../room/with-names.ts';
import classes from './memo.module.css';
import { Source } from './source.tsx';

interface MinorityReportProps {
  memo: Memo;
  view: SessionView;
  said: readonly Contribution[];
}

/** Every position that lost and had somebody behind it, in its own words. It is always there. */
export function MinorityReport({ memo: { minority }, view, said }: MinorityReportProps) {
  return (
    <section className={classes.part} aria-labelledby="minority-report">
      <Title order={2} id="minority-report">
        Minority report
      </Title>
      <p className={classes.lead}>
        {view.outcome?.kind === 'decided'
          ? 'Who was outvoted, in their own words.'
          : 'Nothing was decided, so every position that had a vote stands here, in its own words.'}
      </p>
      {minority.length === 0 && <p>Nobody voted otherwise.</p>}
      {minority.map((position) => (
        <Position key={position.optionId} position={position} view={view} said={said} />
      ))}
    </section>
  );
}

interface PositionProps extends Omit<MinorityReportProps, 'memo'> {
  position: Memo['minority'][number];
}

function Position({ position, view, said }: PositionProps) {
  const { optionId, seatIds, contributionId, quote, dealbreakers } = position;
  const quoted = said.find(({ id }) => id === contributionId);
  return (
    <article className={classes.position}>
      <h3 dir="auto">
        {optionKey(view.options, optionId)} {optionLabel(view.options, optionId)}
      </h3>
      <p className={classes.lead}>
        {new Intl.ListFormat('en').format(
          view.seats.filter(({ id }) => seatIds.includes(id)).map(({ name }) => name),
        )}
      </p>
      {quote && <blockquote dir="auto">{quoted ? withNames(quote, quoted, view) : quote}</blockquote>}
      <div className={classes.sources}>
        <Source view={view} said={quoted} />
      </div>
      {dealbreakers.length > 0 && (
        <>
          <h4>What would change their minds</h4>
          <ul>
            {dealbreakers.map((words) => (
              <li key={words} dir="auto">
                {words}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
