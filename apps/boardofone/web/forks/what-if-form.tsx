import { Form } from '@commons/ui';
import { Button, NativeSelect, Textarea, TextInput, Title } from '@mantine/core';
import type { ForkChange } from '../../deliberation/fork-change.ts';
import type { Session } from '../client.ts';
import { TierFailure } from '../plan/tier-failure.tsx';
import classes from './forks.module.css';
import { useWhatIf } from './use-what-if.ts';

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

/** One thing that is to be otherwise, and the round from whose end on. */
export function WhatIfForm({ session, rounds, chosen }: WhatIfFormProps) {
  const beforeLast = Math.max(0, (rounds.at(-1) ?? 0) - 1);
  const firstRound = rounds.includes(Number(chosen)) ? Number(chosen) : beforeLast;
  const { values, change, submit, problem, failure, isPending } = useWhatIf(session, firstRound);
  const { kind } = values;
  return (
    <Form className={classes.form} onSubmit={submit}>
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
        onChange={({ currentTarget }) => change({ kind: currentTarget.value as ForkChange['kind'] })}
      />
      {kind === 'assumption' && (
        <Textarea
          size="md"
          label="What is true"
          description="The panel hears it as something that you know, from the next round on."
          rows={3}
          dir="auto"
          value={values.text}
          error={problem}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
        />
      )}
      {kind === 'rounds' && (
        <TextInput
          size="md"
          label="Rounds after the blind one"
          description={`It was ${session.maxRounds}.`}
          inputMode="numeric"
          value={values.maxRounds}
          error={problem}
          onChange={({ currentTarget }) => change({ maxRounds: currentTarget.value })}
        />
      )}
      {kind === 'cap' && (
        <TextInput
          size="md"
          label="At most, in dollars"
          description={`It was ${Number(session.capUsd).toFixed(2)}.`}
          inputMode="decimal"
          autoComplete="off"
          value={values.capUsd}
          error={problem}
          onChange={({ currentTarget }) => change({ capUsd: currentTarget.value })}
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
          value={String(values.round)}
          onChange={({ currentTarget }) => change({ round: Number(currentTarget.value) })}
        />
      )}
      <TierFailure error={failure} />
      <div>
        <Button type="submit" loading={isPending}>
          Begin
        </Button>
      </div>
    </Form>
  );
}
