import { Title } from '@mantine/core';
import { useId } from 'react';
import { DoseCard, type DoseTone } from './dose-card.tsx';
import classes from './today.module.css';
import type { Today, TodayDose } from './today-from.ts';

interface DoseSectionProps {
  title: string;
  doses: TodayDose[];
  today: Today;
  tone: DoseTone;
}

/** Doses of which the same is to be done; nothing at all when there are none. */
export function DoseSection({ title, doses, today, tone }: DoseSectionProps) {
  const id = useId();
  if (doses.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.section}>
      <Title order={2} id={id} className={classes.sectionTitle}>
        {title} <span className={classes.count}>{doses.length}</span>
      </Title>
      <ul className={classes.list}>
        {doses.map((dose) => (
          <li key={dose.key}>
            <DoseCard dose={dose} today={today} tone={tone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
