import {
  describeError,
  ErrorState,
  Form,
  LoadingState,
  NotFoundState,
  newMessageId,
  problemsByField,
  refusedFields,
  useDraft,
  usePageTitle,
} from '@commons/ui';
import { Button, Collapse, NativeSelect, NumberInput, Textarea, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { templates } from '../../templates/templates.ts';
import { useTRPC, useTRPCClient } from '../client.ts';
import page from '../page.module.css';
import { TierFailure } from '../plan/tier-failure.tsx';
import { Consent, TakeBackConsent } from './consent.tsx';
import classes from './new-session.module.css';
import {
  emptyValues,
  type NewSessionValues,
  readDraftValues,
  readValues,
  valuesFrom,
  withTemplate,
} from './new-session-values.ts';

/** Where a decision is put before the board. */
export function NewSessionPage() {
  const trpc = useTRPC();
  const { data: account, error, refetch } = useQuery(trpc.account.mine.queryOptions());
  const from = useSearchParams()[0].get('from');
  const earlier = useQuery(trpc.sessions.byId.queryOptions({ id: from ?? '' }, { enabled: from !== null }));
  usePageTitle('A new decision');
  if (!account) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  if (from && !earlier.data) {
    if (!earlier.error) return <LoadingState />;
    const { code } = describeError(earlier.error);
    if (code === 'NOT_FOUND' || code === 'BAD_INPUT') return <NotFoundState />;
    return <ErrorState error={earlier.error} onRetry={() => void earlier.refetch()} />;
  }
  if (!account.consentAt) return <Consent model={account.model} />;
  const { limits, sessionsThisMonth, model } = account;
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <div className={page.head}>
        <Title order={1}>What do you have to decide?</Title>
        <p>
          {sessionsThisMonth} of {limits.sessionsPerMonth} sessions this month are used.
          {model.offline && ' No language model is configured, so the board rehearses with your own words.'}
        </p>
        <Link href="/plan" className={page.back}>
          {sessionsThisMonth < limits.sessionsPerMonth ? 'Your plan' : 'See what more there is'}
        </Link>
      </div>
      <NewSessionForm
        key={from}
        draftKey={from ? `session:from:${from}` : 'session:new'}
        initial={earlier.data ? valuesFrom(earlier.data) : emptyValues}
        seatsMax={limits.seatsMax}
        capMaxUsd={limits.capMaxUsd}
      />
      <TakeBackConsent />
    </div>
  );
}

interface NewSessionFormProps {
  draftKey: string;
  /** What the form begins with where there is no draft. */
  initial: NewSessionValues;
  seatsMax: number;
  capMaxUsd: number;
}

function NewSessionForm({ draftKey, initial, seatsMax, capMaxUsd }: NewSessionFormProps) {
  const { values, problems, failure, isPending, change, submit } = useNewSession(draftKey, initial);
  const [hasMore, setHasMore] = useState(false);
  const text = (field: keyof NewSessionValues) => ({
    value: values[field],
    error: problems[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      change({ [field]: currentTarget.value }),
  });
  return (
    <Form className={classes.form} onSubmit={submit}>
      <NativeSelect
        size="md"
        label="Begin with an outline"
        data={[
          { value: '', label: 'Blank' },
          ...templates.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        description="Its questions, options and panel are proposed as well. What you have typed stays."
        value={values.template}
        error={problems.template}
        onChange={({ currentTarget }) => change(withTemplate(values, currentTarget.value))}
      />
      <Textarea
        label="The decision"
        description="As a question, with the alternatives that you see."
        autosize
        minRows={3}
        dir="auto"
        aria-required
        {...text('problem')}
      />
      <Textarea
        label="What the board should know"
        description="Numbers, people, history. Only what stands here counts as a fact."
        autosize
        minRows={5}
        dir="auto"
        {...text('context')}
      />
      <Textarea
        label="Limits"
        description="What cannot be changed: money, time, people, promises."
        autosize
        minRows={2}
        dir="auto"
        {...text('constraints')}
      />
      <div className={classes.row}>
        <TextInput label="Decide by" type="date" {...text('decideBy')} />
        <NativeSelect
          size="md"
          label="Can it be taken back?"
          data={[
            { value: 'unknown', label: 'I do not know' },
            { value: 'reversible', label: 'Yes, easily' },
            { value: 'costly', label: 'Yes, at a cost' },
            { value: 'irreversible', label: 'No' },
          ]}
          {...text('reversibility')}
        />
      </div>
      <Button
        variant="subtle"
        type="button"
        aria-expanded={hasMore}
        className={classes.more}
        onClick={() => setHasMore(!hasMore)}
      >
        {hasMore ? 'Fewer settings' : 'Seats, rounds and cost'}
      </Button>
      <Collapse expanded={hasMore || Object.keys(problems).some((field) => field in settings)}>
        <div className={classes.row}>
          <NumberInput
            size="md"
            label="Seats"
            min={3}
            max={seatsMax}
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
            description={`Up to $${capMaxUsd}. No call is made that could pass it.`}
            inputMode="decimal"
            {...text('capUsd')}
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
      </Collapse>
      <TierFailure error={failure} />
      <div>
        <Button type="submit" loading={isPending}>
          Begin
        </Button>
      </div>
      <p className={classes.hint}>
        First you see questions and options. Nothing more is spent until you approve them.
      </p>
    </Form>
  );
}

const settings = { seatsWanted: true, maxRounds: true, capUsd: true, answerWaitSeconds: true };

/** The form, whose content is its draft: it survives reload, a lost connection and the end of the session. */
function useNewSession(draftKey: string, initial: NewSessionValues) {
  const client = useTRPCClient();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useDraft(draftKey);
  const [isPending, setPending] = useState(false);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const values = draft.text ? readDraftValues(draft.text) : initial;

  const change = (part: Partial<NewSessionValues>) => {
    setProblems({});
    setDraft({ text: JSON.stringify({ ...values, ...part }), attemptId: draft.attemptId ?? newMessageId() });
  };

  async function submit(): Promise<void> {
    // The id is chosen once: sent again, it adds nothing.
    const id = draft.attemptId ?? newMessageId();
    const read = readValues(id, values);
    if (!read.success) return setProblems(problemsByField(read.error.issues));
    setPending(true);
    setFailure(null);
    try {
      const session = await client.sessions.create.mutate(read.data);
      setDraft({ text: '' });
      navigate(`/sessions/${session.id}/questions`);
    } catch (error) {
      const refused = refusedFields(error);
      if (Object.keys(refused).length > 0) setProblems(refused);
      else setFailure(error);
    } finally {
      setPending(false);
    }
  }
  return { values, problems, failure, isPending, change, submit };
}
