import { newMessageId } from '@commons/ui';
import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { categoryLabels, severityLabels } from '../../medicine/labels.ts';
import {
  type AllergyCategory,
  type AllergySeverity,
  allergyCategories,
  allergySeverities,
} from '../../medicine/schemas.ts';
import { CreateAllergy } from '../../server/allergies/schemas.ts';
import { type Allergy, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './health.module.css';
import { LineForm } from './line-form.tsx';
import { MedicineNotices } from './medicine-notices.tsx';
import { saveLine } from './save-line.ts';
import { useLine } from './use-line.ts';

/** One allergy: what it is, what it does, and how bad that is. */
export function AllergyForm({ saved, onDone }: { saved: Allergy | null; onDone: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId } = useProfile();
  const { values, set, problems, submit, version, newer } = useLine(
    () => ({
      id: saved?.id ?? newMessageId(),
      category: (saved?.category ?? 'medicine') as AllergyCategory,
      substance: saved?.substance ?? '',
      reaction: saved?.reaction ?? '',
      severity: (saved?.severity ?? 'unknown') as AllergySeverity,
      notedOn: saved?.notedOn ?? '',
    }),
    (written) =>
      CreateAllergy.safeParse({
        ...written,
        profileId,
        notedOn: written.notedOn === '' ? null : written.notedOn,
      }),
    saved,
  );
  const settled = { onSuccess: onDone, onSettled: () => queries.invalidateQueries() };
  const create = useMutation(trpc.allergies.create.mutationOptions(settled));
  const update = useMutation(trpc.allergies.update.mutationOptions(settled));
  return (
    <LineForm
      label={saved ? `Edit ${saved.substance}` : 'Add an allergy'}
      onDone={onDone}
      newer={!update.isPending && !update.isSuccess && newer}
      {...saveLine({ submit, version, create, update })}
    >
      <TextInput
        label="Allergic to what?"
        value={values.substance}
        onChange={({ currentTarget }) => set({ substance: currentTarget.value })}
        error={problems.substance}
        aria-required
        autoComplete="off"
        dir="auto"
      />
      {values.category === 'medicine' && <MedicineNotices substance={values.substance} />}
      <TextInput
        label="What happens then?"
        value={values.reaction}
        onChange={({ currentTarget }) => set({ reaction: currentTarget.value })}
        error={problems.reaction}
        autoComplete="off"
        dir="auto"
      />
      <div className={classes.columns}>
        <NativeSelect
          label="Kind"
          size="md"
          data={allergyCategories
            .filter((value) => value !== 'none_known')
            .map((value) => ({ value, label: categoryLabels[value] }))}
          value={values.category}
          onChange={({ currentTarget }) => set({ category: currentTarget.value as AllergyCategory })}
        />
        <NativeSelect
          label="How bad is it?"
          size="md"
          data={allergySeverities.map((value) => ({ value, label: severityLabels[value] }))}
          value={values.severity}
          onChange={({ currentTarget }) => set({ severity: currentTarget.value as AllergySeverity })}
        />
        <TextInput
          type="date"
          label="Since"
          value={values.notedOn}
          onChange={({ currentTarget }) => set({ notedOn: currentTarget.value })}
          error={problems.notedOn}
        />
      </div>
    </LineForm>
  );
}
