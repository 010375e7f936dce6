import '@mantine/core/styles/RadioCard.layer.css';
import '@mantine/core/styles/RadioIndicator.layer.css';
import { Radio, SimpleGrid, TextInput } from '@mantine/core';
import { formatWallClock } from '../formats/format-time.ts';
import { AmountField } from './amount-field.tsx';
import { AsNeededFields } from './as-needed-fields.tsx';
import { DayFields } from './day-fields.tsx';
import { EndFields } from './end-fields.tsx';
import { planKinds } from './kinds.ts';
import { PhasesEditor } from './phases-editor.tsx';
import type { PlanDraft, PlanKind } from './plan-draft.ts';
import classes from './plan-editor.module.css';
import type { Problems } from './read-plan.ts';
import { TimesEditor } from './times-editor.tsx';

export interface PlanFieldsProps {
  draft: PlanDraft;
  change: (part: Partial<PlanDraft>) => void;
  problems: Problems;
}

/** When and how much, in every kind that there is. What was typed for one kind is there again after a look at another. */
export function PlanEditor(props: PlanFieldsProps) {
  const { draft, change, problems } = props;
  const { kind } = draft;
  return (
    <div className={classes.editor}>
      <Radio.Group
        label="How is it taken?"
        size="md"
        value={kind}
        error={problems.kind ?? problems.unit}
        onChange={(value) => change({ kind: value as PlanKind })}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs" mt="xs">
          {planKinds.map(({ value, label, example }) => (
            <Radio.Card key={value} value={value} className={classes.kind}>
              <Radio.Indicator />
              <span>
                <strong>{label}</strong>
                <small>{example.replaceAll(/\d\d:\d\d/g, formatWallClock)}</small>
              </span>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      <DayFields {...props} />
      {kindsWithTimes.has(kind) && (
        <TimesEditor
          times={draft.times}
          unit={draft.unit}
          onChange={(times) => change({ times })}
          onUnit={(unit) => change({ unit })}
          problems={problems}
          path="times"
        />
      )}
      {kind === 'taper' && <PhasesEditor {...props} />}
      {kind === 'asNeeded' && <AsNeededFields {...props} />}
      {(kind === 'interval' || kind === 'windowedInterval') && <HourFields {...props} />}
      {kind !== 'asNeeded' && (
        <div className={classes.row}>
          <TextInput
            type="date"
            label={kind === 'interval' ? 'Day of the first dose' : 'First day'}
            value={draft.startDate}
            onChange={({ currentTarget }) => change({ startDate: currentTarget.value })}
            error={problems.startDate}
          />
          {kind === 'interval' && (
            <TextInput
              type="time"
              label="Time of the first dose"
              value={draft.firstTime}
              onChange={({ currentTarget }) => change({ firstTime: currentTarget.value })}
              error={problems.anchor}
            />
          )}
        </div>
      )}
      {kind !== 'asNeeded' && kind !== 'taper' && <EndFields {...props} />}
    </div>
  );
}

const kindsWithTimes = new Set<PlanKind>(['daily', 'weekly', 'everyDays', 'monthly', 'cycle']);

function HourFields({ draft, change, problems }: PlanFieldsProps) {
  return (
    <>
      <div className={classes.row}>
        <TextInput
          label="Every how many hours"
          inputMode="numeric"
          value={draft.everyHours}
          onChange={({ currentTarget }) => change({ everyHours: currentTarget.value })}
          error={problems.everyHours}
        />
        <AmountField
          label="Amount each time"
          amount={draft.amount}
          unit={draft.unit}
          onAmount={(amount) => change({ amount })}
          onUnit={(unit) => change({ unit })}
          error={problems.amount}
        />
      </div>
      {draft.kind === 'windowedInterval' && (
        <div className={classes.row}>
          <TextInput
            type="time"
            label="From"
            value={draft.from}
            onChange={({ currentTarget }) => change({ from: currentTarget.value })}
            error={problems.from}
          />
          <TextInput
            type="time"
            label="To"
            value={draft.until}
            onChange={({ currentTarget }) => change({ until: currentTarget.value })}
            error={problems.until}
          />
        </div>
      )}
    </>
  );
}
