import { Form, FormFailure, notify, usePageTitle } from '@commons/ui';
import { Button, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { nameWithStrength } from '../../medicine/strength.ts';
import { MedicationFacts } from '../../server/medications/schemas.ts';
import { type Medication, useTRPC } from '../client.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import page from '../page.module.css';
import { problemsOf } from '../schedule/read-plan.ts';
import { EntryNotices } from './entry-notices.tsx';
import { draftOfFacts, factsInputOf, ingredientsOf } from './facts-draft.ts';
import classes from './forms.module.css';
import { GivingFields } from './giving-fields.tsx';
import { IdentityFields } from './identity-fields.tsx';
import { LookFields } from './look-fields.tsx';
import { NewerVersion } from './newer-version.tsx';
import { SupplyFields } from './supply-fields.tsx';
import { WithMedication } from './with-medication.tsx';

/** Changes what is known of a medicine; its schedule has a page of its own. */
export function EditMedicationPage() {
  usePageTitle('Edit details');
  return (
    <WithMedication>{(medication, now) => <EditForm medication={medication} now={now} />}</WithMedication>
  );
}

function EditForm({ medication, now }: { medication: Medication; now: number }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const leadOn = useLeadOn();
  const { id, profileId } = medication;
  const [version, setVersion] = useState(medication.version);
  const [draft, setDraft] = useState(() => draftOfFacts(medication));
  const [reason, setReason] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const here = `/p/${profileId}/medications/${id}`;
  const update = useMutation(
    trpc.medications.update.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries();
        notify({ title: 'The details were saved' });
        leadOn(here);
      },
      onError: () => queries.invalidateQueries(),
    }),
  );
  const facts = MedicationFacts.safeParse(factsInputOf(draft));
  const fields = {
    draft,
    change: (part: Partial<typeof draft>) => setDraft({ ...draft, ...part }),
    problems: submitted ? problemsOf(facts.error?.issues ?? []) : {},
  };
  const plan = medication.versions.at(-1)?.plan;
  return (
    <Form
      className={page.page}
      onSubmit={() => {
        setSubmitted(true);
        if (facts.data) update.mutate({ profileId, id, version, facts: facts.data, reason });
      }}
    >
      <Title order={1}>{nameWithStrength(medication)}: details</Title>
      <IdentityFields {...fields} />
      <EntryNotices name={draft.name} ingredients={ingredientsOf(draft)} id={id} now={now} />
      <GivingFields {...fields} isAsNeeded={plan?.kind === 'asNeeded'} />
      <SupplyFields {...fields} unit={plan?.unit ?? ''} />
      <LookFields {...fields} />
      <TextInput
        label="Why is it changed?"
        description="The history keeps it, with the values before and after."
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        autoComplete="off"
        dir="auto"
      />
      {medication.version === version ? (
        <FormFailure error={update.error} />
      ) : (
        <NewerVersion
          onLoad={() => {
            setDraft(draftOfFacts(medication));
            setVersion(medication.version);
          }}
          onKeep={() => setVersion(medication.version)}
        />
      )}
      {submitted && !facts.success && (
        <p role="alert" className={classes.state}>
          Something is missing or wrong above.
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={update.isPending} disabled={medication.version !== version}>
          Save
        </Button>
        <Button component={Link} href={here} variant="subtle" color="gray">
          Cancel
        </Button>
      </div>
    </Form>
  );
}
