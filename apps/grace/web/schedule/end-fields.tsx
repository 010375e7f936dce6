import { Radio, Stack, TextInput } from '@mantine/core';
import surfaces from '../surfaces.module.css';
import type { PlanDraft } from './plan-draft.ts';
import classes from './plan-editor.module.css';
import type { PlanFieldsProps } from './plan-editor.tsx';

/** When it ends by itself. */
export function EndFields({ draft, change, problems }: PlanFieldsProps) {
  return (
    <>
      <Radio.Group
        label="Until when?"
        size="md"
        value={draft.endKind}
        onChange={(value) => change({ endKind: value as PlanDraft['endKind'] })}
      >
        <Stack gap={0} mt="xs">
          <Radio value="never" label="It goes on" size="md" className={surfaces.choice} />
          <Radio value="until" label="Until a day" size="md" className={surfaces.choice} />
          <Radio value="count" label="For a number of doses" size="md" className={surfaces.choice} />
        </Stack>
      </Radio.Group>
      {draft.endKind === 'until' && (
        <TextInput
          type="date"
          label="Last day"
          className={classes.short}
          value={draft.endDate}
          onChange={({ currentTarget }) => change({ endDate: currentTarget.value })}
          error={problems['end.date']}
        />
      )}
      {draft.endKind === 'count' && (
        <TextInput
          label="Doses in all"
          inputMode="numeric"
          className={classes.short}
          value={draft.endDoses}
          onChange={({ currentTarget }) => change({ endDoses: currentTarget.value })}
          error={problems['end.doses']}
          autoComplete="off"
        />
      )}
    </>
  );
}
