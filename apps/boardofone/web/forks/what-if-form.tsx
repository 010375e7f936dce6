import { Form, newMessageId, refusedFields, useDraft } from '@commons/ui';
import { Button, NativeSelect, Textarea, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ForkChange } from '../../deliberation/fork-change.ts';
import { CreateFork } from '../../server/forks/schemas.ts';
import { type Session, useTRPC } from '../client.ts';
import { TierFailure } from '../plan/tier-failure.tsx';
import classes from './forks.module.css';

interface WhatIfFormProps {
  session: Session;
  /** Those that have ended. */
  rounds: readonly number[];
  /** The round that it was come from. */
  chosen: string | null;
}

const kinds: { value: ForkChange['kind']; label: string }[] = [
  { value: 'assumption', label: 'Something new is true' },
  { value: 'panel', label: 'Another panel' },
  { value: 'rounds', label: 'More or fewer rounds' },
  { value: 'cap', label: 'Another cap' },
];

const fieldOf: Record<ForkChange['kind'], string> = {
  assumption: 'change',
  panel: 'change',
  rounds: 'maxRounds',
  cap: 'capUsd',
};

/** One thing that is to be otherwise, and the round from whose end on. What is written survives a reload. */
export function WhatIfForm({ session, rounds, chosen }: WhatIfFormProps) {
  const { id: sessionId, capUsd, maxRounds } = session;
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [draft, setDraft] = useDraft(`board:${sessionId}:what-if`);
  const last = rounds.at(-1) ?? 0;
  const [kind, setKind] = useState<ForkChange['kind']>('assumption');
  const [round, setRound] = useState(
    rounds.includes(Number(chosen)) ? Number(chosen) : Math.max(0, last - 1),
  );
  const [cap, setCap] = useState((Number(capUsd) * 2).toFixed(2));
  const [more, setMore] = useState(String(Math.min(10, maxRounds + 1)));
  // One id for one content: sent again after a lost answer, it adds nothing.
  const [attempt, setAttempt] = useState(newMessageId);
  const [problem, setProblem] = useState<string>();
  const create = useMutation(
    trpc.forks.create.mutationOptions({
      onSuccess: ({ id, waitsFor }) => {
        setDraft({ text: '' });
        void queries.invalidateQueries({ queryKey: trpc.forks.pathKey() });
        navigate(waitsFor === 'panel' ? `/sessions/${id}/panel` : `/sessions/${id}`);
      },
    }),
  );
  const changed = () => {
    setProblem(undefined);
    setAttempt(newMessageId());
    create.reset();
  };
  const change: Record<ForkChange['kind'], object> = {
    assumption: { kind, text: draft.text },
    panel: { kind },
    rounds: { kind, maxRounds: more.trim() === '' ? Number.NaN : Number(more) },
    cap: { kind, capUsd: cap.trim() },
  };
  const send = () => {
    if (create.isPending) return;
    const input = { id: attempt, sessionId, round: kind === 'panel' ? 0 : round, change: change[kind] };
    const { data, error } = CreateFork.safeParse(input);
    setProblem(
      error && (kind === 'rounds' ? 'Enter a whole number from 0 to 10.' : error.issues[0]?.message),
    );
    if (data) create.mutate(data);
  };
  const refused = refusedFields(create.error)[fieldOf[kind]];
  return (
    <Form className={classes.form} onSubmit={send}>
      <div>
        <Title order={2}>What if…</Title>
        <p className={classes.note}>
          The session begins anew from where you say, with one thing changed. The first one stays as it is,
          and this counts as one of your sessions of the month.
        </p>
      </div>
      <NativeSelect
        size="md"
        label="What is to be otherwise"
        data={kinds}
        value={kind}
        onChange={({ currentTarget }) => {
          changed();
          setKind(currentTarget.value as ForkChange['kind']);
        }}
      />
      {kind === 'assumption' && (
        <Textarea
          size="md"
          label="What is true"
          description="The panel hears it as something that you know, from the next round on."
          rows={3}
          dir="auto"
          value={draft.text}
          error={problem ?? refused}
          onChange={({ currentTarget }) => {
            changed();
            setDraft({ text: currentTarget.value });
          }}
        />
      )}
      {kind === 'rounds' && (
        <TextInput
          size="md"
          label="Rounds after the blind one"
          description={`It was ${maxRounds}.`}
          inputMode="numeric"
          value={more}
          error={problem ?? refused}
          onChange={({ currentTarget }) => {
            changed();
            setMore(currentTarget.value);
          }}
        />
      )}
      {kind === 'cap' && (
        <TextInput
          size="md"
          label="At most, in dollars"
          description={`It was ${Number(capUsd).toFixed(2)}.`}
          inputMode="decimal"
          autoComplete="off"
          value={cap}
          error={problem ?? refused}
          onChange={({ currentTarget }) => {
            changed();
            setCap(currentTarget.value);
          }}
        />
      )}
      {kind === 'panel' ? (
        <p className={classes.note}>
          Another panel has to hear everything from the first word: only questions and options are taken over.
        </p>
      ) : (
        <NativeSelect
          size="md"
          label="From where on"
          data={[
            { value: '0', label: 'Before the first round' },
            ...rounds.map((one) => ({ value: String(one), label: `The end of round ${one}` })),
          ]}
          value={String(round)}
          onChange={({ currentTarget }) => {
            changed();
            setRound(Number(currentTarget.value));
          }}
        />
      )}
      <TierFailure error={refused ? null : create.error} />
      <div>
        <Button type="submit" loading={create.isPending}>
          Begin
        </Button>
      </div>
    </Form>
  );
}
