import { FormFailure, newMessageId } from '@commons/ui';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CreateCondition } from '../../server/conditions/schemas.ts';
import { type Condition, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { problemsOf } from '../schedule/read-plan.ts';
import classes from './health.module.css';

/** One condition: what it is called, and from when until when. */
export function ConditionForm({ saved, onDone }: { saved: Condition | null; onDone: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId } = useProfile();
  const [values, setValues] = useState(() => ({
    id: saved?.id ?? newMessageId(),
    name: saved?.name ?? '',
    note: saved?.note ?? '',
    onsetOn: saved?.onsetOn ?? '',
    resolvedOn: saved?.resolvedOn ?? '',
  }));
  const [submitted, setSubmitted] = useState(false);
  const settled = { onSuccess: onDone, onSettled: () => queries.invalidateQueries() };
  const create = useMutation(trpc.conditions.create.mutationOptions(settled));
  const update = useMutation(trpc.conditions.update.mutationOptions(settled));
  const input = CreateCondition.safeParse({
    ...values,
    profileId,
    onsetOn: values.onsetOn === '' ? null : values.onsetOn,
    resolvedOn: values.resolvedOn === '' ? null : values.resolvedOn,
  });
  const problems = submitted ? problemsOf(input.error?.issues ?? []) : {};
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part });
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={saved ? `Edit ${saved.name}` : 'Add a condition'}
      onSubmit={(event) => {
        event.preventDefault();
        setSubmitted(true);
        if (!input.data) return;
        if (saved) update.mutate({ ...input.data, version: saved.version });
        else create.mutate(input.data);
      }}
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
      <FormFailure error={create.error ?? update.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={create.isPending || update.isPending}>
          Save
        </Button>
        <Button variant="subtle" color="gray" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
