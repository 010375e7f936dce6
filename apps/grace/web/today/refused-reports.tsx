import { Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { timeAndDay } from '../formats/time-and-day.ts';
import { outcomeOf } from '../outbox/departure-text.ts';
import { isPlanned, keyOf } from './administrations.ts';
import { Notice } from './notice.tsx';
import classes from './today.module.css';
import { useTodayHandlers } from './today-context.ts';
import type { Today } from './today-from.ts';

interface RefusedReportsProps {
  today: Today;
  /** There only the first dose stands on the page. */
  isPlain: boolean;
}

/** What the server refused for good and no card in sight says: its dose is of another day, or of a plan that is over. */
export function RefusedReports({ today, isPlain }: RefusedReportsProps) {
  const { retry, discard } = useTodayHandlers();
  const { overdue, due, missed, later, held, asNeeded } = today;
  const cards = isPlain
    ? [...overdue, ...due].slice(0, 1)
    : [...overdue, ...due, ...missed, ...later, ...held];
  const inSight = new Set([
    ...cards.map(({ key }) => key),
    ...(isPlain ? [] : asNeeded.map(({ versionId }) => versionId)),
  ]);
  const refused = today.items.filter(
    (item) => item.problem && !inSight.has(isPlanned(item) ? keyOf(item.input) : item.input.versionId),
  );
  return refused.map((item) => (
    <Notice key={item.input.id} Icon={IconAlertTriangle}>
      <div role="alert">
        <h2 className={classes.question}>
          {item.name}, {outcomeOf(item)} {timeAndDay(today.zone, Date.parse(item.input.actualAt), today.now)},
          could not be recorded.
        </h2>
        <p>{item.problem?.message}</p>
      </div>
      <Group gap="sm">
        <Button variant="default" onClick={() => retry(item.input.id)}>
          Try again
        </Button>
        <Button variant="subtle" onClick={() => discard(item.input.id)}>
          Let it go
        </Button>
      </Group>
    </Notice>
  ));
}
