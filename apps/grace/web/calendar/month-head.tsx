import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { formatDate } from '../formats/format-date.ts';
import classes from './calendar-page.module.css';
import { otherMonth } from './month-weeks.ts';

interface MonthHeadProps {
  /** Such as 2027-03. */
  month: string;
  thisMonth: string;
  onGo: (month: string) => void;
}

/** Which month is shown, and the way to the others. */
export function MonthHead({ month, thisMonth, onGo }: MonthHeadProps) {
  return (
    <div className={classes.head}>
      <ActionIcon
        size={44}
        variant="default"
        aria-label="The month before"
        onClick={() => onGo(otherMonth(month, -1))}
      >
        <IconChevronLeft aria-hidden="true" className="ui-mirrored" />
      </ActionIcon>
      <h2 className={classes.month} aria-live="polite">
        {formatDate(`${month}-01`, 'month')}
      </h2>
      <ActionIcon
        size={44}
        variant="default"
        aria-label="The month after"
        onClick={() => onGo(otherMonth(month, 1))}
      >
        <IconChevronRight aria-hidden="true" className="ui-mirrored" />
      </ActionIcon>
      {month !== thisMonth && (
        <Button variant="default" size="md" onClick={() => onGo(thisMonth)}>
          This month
        </Button>
      )}
    </div>
  );
}
