import { TextInput } from '@mantine/core';
import { AmountField } from './amount-field.tsx';
import classes from './plan-editor.module.css';
import type { PlanFieldsProps } from './plan-editor.tsx';

/** What somebody must know before another one is taken. */
export function AsNeededFields({ draft, change, problems }: PlanFieldsProps) {
  const { unit } = draft;
  return (
    <>
      <TextInput
        label="What is it for?"
        placeholder="pain"
        value={draft.reason}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        error={problems.reason}
        autoComplete="off"
        dir="auto"
      />
      <AmountField
        label="Amount each time"
        amount={draft.amount}
        unit={unit}
        onAmount={(amount) => change({ amount })}
        onUnit={(next) => change({ unit: next })}
        error={problems.amount}
      />
      <div className={classes.row}>
        <TextInput
          label="Hours between two doses"
          description="At least. Empty for no rule."
          inputMode="decimal"
          value={draft.minIntervalHours}
          onChange={({ currentTarget }) => change({ minIntervalHours: currentTarget.value })}
          error={problems.minIntervalMinutes}
          autoComplete="off"
        />
        <TextInput
          label="Most in 24 hours"
          description={`In the unit of the dose (${unit}). Empty for no rule.`}
          inputMode="decimal"
          value={draft.maxAmountIn24h}
          onChange={({ currentTarget }) => change({ maxAmountIn24h: currentTarget.value })}
          error={problems.maxAmountIn24h}
          autoComplete="off"
        />
      </div>
      <TextInput
        label="Ask whether it helped, after so many minutes"
        description="Empty for not asking."
        className={classes.short}
        inputMode="numeric"
        value={draft.followUpMinutes}
        onChange={({ currentTarget }) => change({ followUpMinutes: currentTarget.value })}
        error={problems.followUpMinutes}
        autoComplete="off"
      />
    </>
  );
}
