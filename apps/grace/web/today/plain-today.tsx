import { Disclosure } from '@commons/ui';
import { Title } from '@mantine/core';
import { AsNeededSection } from './as-needed-section.tsx';
import { DoneList } from './done-list.tsx';
import { DoseCard } from './dose-card.tsx';
import { DoseSection } from './dose-section.tsx';
import { EffectQuestions } from './effect-questions.tsx';
import classes from './today.module.css';
import type { Today } from './today-from.ts';
import type { Words } from './words.ts';

/** One thing at a time: the dose that comes first and one button. Everything else waits behind one more. */
export function PlainToday({ today, words }: { today: Today; words: Words }) {
  const [next, ...others] = [...today.overdue, ...today.due];
  return (
    <>
      {next && (
        <section className={classes.section} aria-label="Now">
          <DoseCard
            dose={next}
            today={today}
            tone={today.overdue.includes(next) ? 'overdue' : 'due'}
            isAlone
          />
          {others.length > 0 && (
            <p className={classes.then}>
              {others.length === 1 ? 'Then one more.' : `Then ${others.length} more.`}
            </p>
          )}
        </section>
      )}
      {!next && <EffectQuestions today={today} />}
      <Disclosure label="Everything of today">
        <div className={classes.everything}>
          <Title order={2} className="ui-hidden">
            Everything of today
          </Title>
          <DoseSection title={words.overdue} doses={today.overdue} today={today} tone="overdue" />
          <DoseSection title={words.due} doses={today.due} today={today} tone="due" />
          <DoseSection title={words.missed} doses={today.missed} today={today} tone="missed" />
          <AsNeededSection title={words.asNeeded} today={today} />
          <DoseSection title={words.later} doses={today.later} today={today} tone="later" />
          <DoneList title={words.done} today={today} />
          <DoseSection title={words.held} doses={today.held} today={today} tone="held" />
        </div>
      </Disclosure>
    </>
  );
}
