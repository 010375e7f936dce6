import { newMessageId } from '@commons/ui';
import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CreateCondition } from '../../server/conditions/schemas.ts';
import { type Condition, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './health.module.css';
import { LineForm } from './line-form.tsx';
import { saveLine } from './save-line.ts';
import { useLine } from './use-line.ts';

/** One condition: what it is called, and from when until when. */
export function ConditionForm({ saved, onDone }: { saved: Condition | null; onDone: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId } = useProfile();
  const { values, set, problems, submit, version, newer } = useLine(
    () => ({
      id: saved?.id ?? newMessageId(),
      name: saved?.name ?? '',
      note: saved?.note ?? '',
      onsetOn: saved?.onsetOn ?? '',
      resolvedOn: saved?.resolvedOn ?? '',
    }),
    (written) =>
      CreateCondition.safeParse({
        ...written,
        profileId,
        onsetOn: written.onsetOn === '' ? null : written.onsetOn,
        resolvedOn: written.resolvedOn === '' ? null : written.resolvedOn,
      }),
    saved,
  );
  const settled = { onSuccess: onDone, onSettled: () => queries.invalidateQueries() };
  const create = useMutation(trpc.conditions.create.mutationOptions(settled));
  const update = useMutation(trpc.conditions.update.mutationOptions(settled));
  return (
    <LineForm
      label={saved ? `Edit ${saved.name}` : 'Add a condition'}
      onDone={onDone}
      newer={!update.isPending && !update.isSuccess && newer}
      {...saveLine({ submit, version, create, update })}
    >
      <TextInput
        label="What is it called?"
        value={values.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        error={problems.name}
        aria-required
        autoComplete="off"
        dir="auto"
      />
      <TextInput
        label="Note"
        value={values.note}
        onChange={({ currentTarget }) => set({ note: currentTarget.value })}
        error={problems.note}
        autoComplete="off"
        dir="auto"
      />
      <div className={classes.columns}>
        <TextInput
          type="date"
          label="Since"
          value={values.onsetOn}
          onChange={({ currentTarget }) => set({ onsetOn: currentTarget.value })}
          error={problems.onsetOn}
        />
        <TextInput
          type="date"
          label="Over since"
          description="Empty while it goes on."
          value={values.resolvedOn}
          onChange={({ currentTarget }) => set({ resolvedOn: currentTarget.value })}
          error={problems.resolvedOn}
        />
      </div>
    </LineForm>
  );
}
