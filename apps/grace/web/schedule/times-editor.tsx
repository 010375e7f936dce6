import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { minutesOf, timeOf } from '../../schedule/clock-time.ts';
import type { DoseUnit } from '../../schedule/schemas.ts';
import { UnitSelect } from './amount-field.tsx';
import { freeKey, type TimeDraft } from './plan-draft.ts';
import classes from './plan-editor.module.css';
import type { Problems } from './read-plan.ts';

interface TimesEditorProps {
  times: TimeDraft[];
  unit: DoseUnit;
  onChange: (times: TimeDraft[]) => void;
  /** Absent where the unit is chosen elsewhere. */
  onUnit?: (unit: DoseUnit) => void;
  problems: Problems;
  /** Where the times stand in the plan. */
  path: string;
}

/** The times of a day, each with its own amount. */
export function TimesEditor({ times, unit, onChange, onUnit, problems, path }: TimesEditorProps) {
  const set = (key: number, part: Partial<TimeDraft>) =>
    onChange(times.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <fieldset className={classes.group}>
      <legend>Times of the day</legend>
      {onUnit && <UnitSelect unit={unit} onUnit={onUnit} />}
      {times.map(({ key, time, amount }, index) => (
        <div key={key} className={classes.time}>
          <TextInput
            type="time"
            label="Time"
            value={time}
            onChange={({ currentTarget }) => set(key, { time: currentTarget.value })}
            error={problems[`${path}.${index}.time`]}
          />
          <TextInput
            label="Amount"
            inputMode="decimal"
            value={amount}
            onChange={({ currentTarget }) => set(key, { amount: currentTarget.value })}
            error={problems[`${path}.${index}.amount`]}
            rightSection={<span className={classes.unit}>{unit}</span>}
            rightSectionWidth={84}
            autoComplete="off"
          />
          {times.length > 1 && (
            <ActionIcon
              aria-label={`Remove ${time || 'this time'}`}
              className={classes.remove}
              onClick={() => onChange(times.filter((one) => one.key !== key))}
            >
              <IconX size={20} stroke={1.7} />
            </ActionIcon>
          )}
        </div>
      ))}
      {problems[path] && (
        <p role="alert" className={classes.problem}>
          {problems[path]}
        </p>
      )}
      <Button
        variant="light"
        leftSection={<IconPlus size={18} stroke={1.8} />}
        className={classes.add}
        onClick={() => onChange([...times, nextTime(times)])}
      >
        Add a time
      </Button>
    </fieldset>
  );
}

/** Four hours after the last one, with the same amount: a guess that is easily changed. */
function nextTime(times: TimeDraft[]): TimeDraft {
  const last = times.at(-1);
  const minutes = /^\d\d:\d\d$/.test(last?.time ?? '') ? minutesOf(last?.time ?? '') : 4 * 60;
  return { key: freeKey(times), time: timeOf((minutes + 240) % 1440), amount: last?.amount ?? '1' };
}
