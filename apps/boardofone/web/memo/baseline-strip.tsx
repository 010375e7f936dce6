import { Title } from '@mantine/core';
import { IconArrowsExchange, IconEqual } from '@tabler/icons-react';
import type { Baseline } from '../../deliberation/memo.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { dollars } from '../../money/dollars.ts';
import { optionLabel } from '../room/option-key.ts';
import classes from './memo.module.css';

interface BaselineStripProps {
  baseline: Baseline;
  view: SessionView;
}

/** What one model alone, the first round and the debate answered, each with its cost. */
export function BaselineStrip({ baseline, view: { options, isPriced } }: BaselineStripProps) {
  const { single, firstRound, final, hasChanged, words } = baseline;
  const Icon = hasChanged ? IconArrowsExchange : IconEqual;
  const answers = [
    { asked: 'One model alone', answer: named(single.optionId), cost: single.cost },
    {
      asked: 'After the blind round',
      answer: firstRound.optionIds.map((id) => optionLabel(options, id)).join(' and ') || 'No answer',
      cost: firstRound.cost,
    },
    {
      asked: 'After the debate',
      answer: final.optionId ? named(final.optionId) : 'Left to you',
      cost: final.cost,
    },
  ];
  return (
    <section className={classes.part} aria-labelledby="worth-it">
      <Title order={2} id="worth-it">
        Was the debate worth it?
      </Title>
      <dl className={classes.strip}>
        {answers.map(({ asked, answer, cost }) => (
          <div key={asked}>
            <dt>{asked}</dt>
            <dd dir="auto">{answer}</dd>
            <dd className={classes.cost}>{isPriced ? dollars(cost) : 'price unknown'}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.changed} data-changed={hasChanged || undefined}>
        <Icon size={20} stroke={1.8} aria-hidden="true" />
        <span dir="auto">{words}</span>
      </p>
    </section>
  );

  function named(id: string | null): string {
    return id ? optionLabel(options, id) : 'No answer';
  }
}
