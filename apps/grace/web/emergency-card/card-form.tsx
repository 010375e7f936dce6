import { describeError, Form, FormFailure, useDraft } from '@commons/ui';
import { Button, Group, Select, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { bloodTypes } from '../../server/emergency-card/schemas.ts';
import { type EmergencyCard, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import page from '../page.module.css';
import { type CardValues, inputOf, problemsIn, readDraftValues, valuesOf } from './card-values.ts';
import { ContactFields } from './contact-fields.tsx';

/** The form of the card. Its content is its draft, so that nothing typed is lost. */
export function CardForm({ card }: { card: EmergencyCard }) {
  const trpc = useTRPC();
  const profile = useProfile();
  const queries = useQueryClient();
  const leadOn = useLeadOn();
  const [draft, setDraft] = useDraft(`card:${profile.id}`);
  const [submitted, setSubmitted] = useState(false);
  const values = readDraftValues(draft.text) ?? valuesOf(card);
  const input = inputOf(profile.id, values);
  const problems = submitted ? problemsIn(input) : {};
  const change = (part: Partial<CardValues>) => setDraft({ text: JSON.stringify({ ...values, ...part }) });
  const leave = () => {
    setDraft({ text: '' });
    leadOn(`/p/${profile.id}/emergency-card`);
  };
  const save = useMutation(
    trpc.emergencyCard.save.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries();
        leave();
      },
      onError: () => queries.invalidateQueries(),
    }),
  );
  const isStale = save.error && describeError(save.error).code === 'STALE_VERSION';
  const text = (key: 'language' | 'doctor' | 'directives' | 'notes') => ({
    value: values[key],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [key]: currentTarget.value }),
    error: problems[key],
    dir: 'auto' as const,
  });
  return (
    <Form
      className={page.page}
      onSubmit={() => {
        setSubmitted(true);
        if (Object.keys(problemsIn(input)).length === 0) save.mutate(input);
      }}
    >
      <Title order={1}>{profile.preferredName}’s emergency card</Title>
      <p className={page.lead}>
        Allergies, conditions and medicines come from the record by themselves. Here is what else helpers must
        know.
      </p>
      <TextInput
        type="date"
        label="Date of birth"
        value={values.dateOfBirth}
        onChange={({ currentTarget }) => change({ dateOfBirth: currentTarget.value })}
        error={problems.dateOfBirth}
      />
      <Select
        label="Blood type"
        placeholder="Not known"
        size="md"
        clearable
        data={bloodTypes}
        value={values.bloodType || null}
        onChange={(value) => change({ bloodType: value ?? '' })}
      />
      <ContactFields
        contacts={values.contacts}
        problems={problems}
        onChange={(contacts) => change({ contacts })}
      />
      <Textarea
        label="Wishes"
        description="What should be done and not done, and where the papers are."
        rows={3}
        {...text('directives')}
      />
      <TextInput label="Doctor" description="Name and phone number." {...text('doctor')} />
      <TextInput label="Languages" {...text('language')} />
      <Textarea label="Also good to know" rows={3} {...text('notes')} />
      <FormFailure error={save.error} />
      <Group gap="xs">
        {isStale ? (
          <Button onClick={() => save.mutate(inputOf(profile.id, { ...values, version: card.version }))}>
            Save mine all the same
          </Button>
        ) : (
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={leave}>
          Cancel
        </Button>
      </Group>
    </Form>
  );
}
