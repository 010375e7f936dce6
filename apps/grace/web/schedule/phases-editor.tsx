import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { UnitSelect } from './amount-field.tsx';
import { freeKey, type PhaseDraft, phaseDraft } from './plan-draft.ts';
import classes from './plan-editor.module.css';
import type { PlanFieldsProps } from './plan-editor.tsx';
import { TimesEditor } from './times-editor.tsx';

/** Steps one after the other, such as 3 tablets for a week, then 2, then 1. */
export function PhasesEditor({ draft, change, problems }: PlanFieldsProps) {
  const { phases, unit } = draft;
  const set = (key: number, part: Partial<PhaseDraft>) =>
    change({ phases: phases.map((phase) => (phase.key === key ? { ...phase, ...part } : phase)) });
  return (
    <div className={classes.editor}>
      <UnitSelect unit={unit} onUnit={(next) => change({ unit: next })} />
      {phases.map((phase, index) => {
        const path = `phases.${index}`;
        const isLast = index === phases.length - 1;
        return (
          <fieldset key={phase.key} className={classes.phase}>
            <legend>Step {index + 1}</legend>
            <div className={classes.row}>
              <TextInput
                label="For how many days"
                description={isLast ? 'Leave it empty if it goes on.' : undefined}
                inputMode="numeric"
                value={phase.days}
                onChange={({ currentTarget }) => set(phase.key, { days: currentTarget.value })}
                error={problems[`${path}.days`]}
                autoComplete="off"
              />
              <TextInput
                label="Every how many days"
                description={isLast ? '1 is every day.' : undefined}
                inputMode="numeric"
                value={phase.everyDays}
                onChange={({ currentTarget }) => set(phase.key, { everyDays: currentTarget.value })}
                error={problems[`${path}.everyDays`]}
                autoComplete="off"
              />
            </div>
            <TimesEditor
              times={phase.times}
              unit={unit}
              onChange={(times) => set(phase.key, { times })}
              problems={problems}
              path={`${path}.times`}
            />
            {phases.length > 1 && (
              <Button
                variant="subtle"
                color="gray"
                className={classes.add}
                onClick={() => change({ phases: phases.filter(({ key }) => key !== phase.key) })}
              >
                Remove step {index + 1}
              </Button>
            )}
          </fieldset>
        );
      })}
      <Button
        variant="light"
        leftSection={<IconPlus size={18} stroke={1.8} />}
        className={classes.add}
        onClick={() => change({ phases: [...phases, phaseDraft(freeKey(phases))] })}
      >
        Add a step
      </Button>
    </div>
  );
}
