import { NumberInput, TextInput } from '@mantine/core';
import classes from './new-session.module.css';
import type { NewSessionValues } from './new-session-values.ts';

export interface SessionLimits {
  seatsMax: number;
  capMaxUsd: number;
}

/** What the server calls them; a problem with one of them opens the settings. */
export const settingFields = ['seatsWanted', 'maxRounds', 'capUsd', 'answerWaitSeconds'];

interface SessionSettingsProps {
  values: NewSessionValues;
  problems: Record<string, string>;
  limits: SessionLimits;
  change: (part: Partial<NewSessionValues>) => void;
}

/** How long the board may be, and how dear. */
export function SessionSettings({ values, problems, limits, change }: SessionSettingsProps) {
  return (
    <div className={classes.row}>
      <NumberInput
        size="md"
        label="Seats"
        min={3}
        max={limits.seatsMax}
        value={values.seatsWanted}
        error={problems.seatsWanted}
        onChange={(value) => change({ seatsWanted: String(value) })}
      />
      <NumberInput
        size="md"
        label="Rounds after the blind one"
        description="It stops earlier when nobody moves."
        min={0}
        max={10}
        value={values.maxRounds}
        error={problems.maxRounds}
        onChange={(value) => change({ maxRounds: String(value) })}
      />
      <TextInput
        label="Cost at most, in dollars"
        description={`Up to $${limits.capMaxUsd}. No call is made that could pass it.`}
        inputMode="decimal"
        value={values.capUsd}
        error={problems.capUsd}
        onChange={({ currentTarget }) => change({ capUsd: currentTarget.value })}
      />
      <NumberInput
        size="md"
        label="Minutes to wait for your answers"
        description="When a seat asks you something."
        min={0}
        max={1_440}
        value={values.answerWaitMinutes}
        error={problems.answerWaitSeconds}
        onChange={(value) => change({ answerWaitMinutes: String(value) })}
      />
    </div>
  );
}
