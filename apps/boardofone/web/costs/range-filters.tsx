import { Form } from '@commons/ui';
import { Button, TextInput } from '@mantine/core';
import classes from './costs.module.css';
import { addDays, countDays } from './days.ts';
import type { useCostRange } from './use-cost-range.ts';

const choices = [
  { days: 7, label: '7 days' },
  { days: 30, label: '30 days' },
  { days: 90, label: '90 days' },
  { days: 365, label: 'A year' },
];

/** Which days are added up: the last so many, or any others. */
export function RangeFilters({ asked, problems, today, change }: ReturnType<typeof useCostRange>) {
  const isChosen = (days: number) => asked.to === today && countDays(asked.from, asked.to) === days;
  return (
    <Form aria-label="Which days" className={classes.filters}>
      <div className={classes.choices}>
        {choices.map(({ days, label }) => (
          <Button
            key={days}
            px="sm"
            variant={isChosen(days) ? 'light' : 'default'}
            aria-pressed={isChosen(days)}
            onClick={() => change({ from: addDays(today, 1 - days), to: today })}
          >
            {label}
          </Button>
        ))}
      </div>
      <TextInput
        type="date"
        label="From"
        max={today}
        value={asked.from}
        error={problems.from}
        onChange={({ currentTarget }) => change({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label="To"
        max={today}
        value={asked.to}
        error={problems.to}
        onChange={({ currentTarget }) => change({ to: currentTarget.value })}
      />
    </Form>
  );
}
