import { Form, FormFailure, notify, useAnnounce, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import page from '../page.module.css';
import type { Problems } from '../schedule/read-plan.ts';
import { entrySteps } from './entry-steps.tsx';
import classes from './forms.module.css';
import { useMedicationDraft } from './use-medication-draft.ts';

/** Entering a medicine: what it is, when and how much, what to know, and a look at all of it before it is saved. */
export function NewMedicationPage() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId, preferredName } = useProfile();
  const [, navigate] = useLocation();
  const leadOn = useLeadOn();
  const announce = useAnnounce();
  const entry = useMedicationDraft();
  const heading = useRef<HTMLHeadingElement>(null);
  /** What is missing is told from the first attempt to go on. */
  const [isTried, setTried] = useState(false);
  const step = Math.min(entry.draft.step, entrySteps.length - 1);
  const current = entrySteps[step] ?? entrySteps[0];
  const wrong = ownProblems(entry.problems, current.owns);
  const isLast = step === entrySteps.length - 1;
  usePageTitle('Add a medicine');

  const create = useMutation(
    trpc.medications.create.mutationOptions({
      onSuccess: async ({ id, name }) => {
        await queries.invalidateQueries();
        leadOn(`/p/${profileId}/medications/${id}`);
        entry.discard();
        notify({ title: `${name} was added` });
      },
    }),
  );

  const goTo = (next: number) => {
    entry.change({ step: next });
    setTried(false);
    heading.current?.focus();
    announce(`Step ${next + 1} of ${entrySteps.length}: ${entrySteps[next]?.title}`);
  };
  const submit = () => {
    const { facts, schedules, draft } = entry;
    const [schedule, ...others] = schedules ?? [];
    if (Object.keys(wrong).length > 0) return setTried(true);
    if (!isLast) return goTo(step + 1);
    if (facts && schedule)
      create.mutate({ profileId, id: entry.id, facts, schedule, others, from: draft.from });
    else
      goTo(
        Math.max(
          0,
          entrySteps.findIndex(({ owns }) => Object.keys(ownProblems(entry.problems, owns)).length > 0),
        ),
      );
  };
  return (
    <Form className={page.page} onSubmit={submit}>
      <Title order={1} ref={heading} tabIndex={-1}>
        {current.title}
      </Title>
      <p className={page.lead}>A medicine for {preferredName}.</p>
      <ol className={classes.steps} aria-label="Steps">
        {entrySteps.map(({ title }, index) => (
          <li key={title} aria-current={index === step ? 'step' : undefined}>
            {index + 1}. {title}
          </li>
        ))}
      </ol>
      <current.Fields entry={entry} problems={isTried ? wrong : {}} />
      <FormFailure error={create.error} />
      <div className={classes.actions}>
        {step > 0 && (
          <Button variant="default" onClick={() => goTo(step - 1)} disabled={create.isPending}>
            Back
          </Button>
        )}
        <Button type="submit" loading={create.isPending}>
          {isLast ? 'Save the medicine' : 'Next'}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          disabled={create.isPending}
          onClick={() => {
            entry.discard();
            navigate(`/p/${profileId}/medications`);
          }}
        >
          Discard
        </Button>
      </div>
      <span className={classes.state}>Until it is saved, it is kept on this device only.</span>
    </Form>
  );
}

/** The problems of one step's fields. */
function ownProblems(problems: Problems, owns: (path: string) => boolean): Problems {
  return Object.fromEntries(Object.entries(problems).filter(([path]) => owns(path)));
}
