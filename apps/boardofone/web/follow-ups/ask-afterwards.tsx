import { Form, FormFailure, newMessageId, useDraft } from '@commons/ui';
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SeatView } from '../../deliberation/view.ts';
import { dollars } from '../../money/dollars.ts';
import { AskFollowUp } from '../../server/follow-ups/schemas.ts';
import { useTRPC } from '../client.ts';
import classes from './follow-ups.module.css';

interface AskAfterwardsProps {
  sessionId: string;
  seats: readonly SeatView[];
  leftUsd: string;
}

const chair = 'chair';

/** The way to ask; the question survives a reload and a lost connection. */
export function AskAfterwards({ sessionId, seats, leftUsd }: AskAfterwardsProps) {
  const [draft, setDraft] = useDraft(`board:${sessionId}:follow-up`);
  const [to, setTo] = useState(chair);
  const [problem, setProblem] = useState<string>();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const account = useQuery(trpc.account.mine.queryOptions());
  const ask = useMutation(
    trpc.followUps.ask.mutationOptions({
      onSuccess: () => setDraft({ text: '' }),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.followUps.list.pathKey() }),
    }),
  );
  const send = () => {
    const { data: question, error } = AskFollowUp.shape.question.safeParse(draft.text);
    setProblem(error?.issues[0]?.message);
    if (!question || ask.isPending) return;
    ask.mutate({
      id: draft.attemptId ?? newMessageId(),
      sessionId,
      seatId: to === chair ? null : to,
      question,
    });
  };
  return (
    <Form className={classes.form} onSubmit={send}>
      <NativeSelect
        size="md"
        label="Who is to answer"
        data={[
          { value: chair, label: 'The chair' },
          ...seats.map(({ id, name, job }) => ({ value: id, label: `${name}: ${job}` })),
        ]}
        value={to}
        onChange={({ currentTarget }) => {
          setTo(currentTarget.value);
          setDraft({ text: draft.text, attemptId: newMessageId() });
        }}
      />
      <Textarea
        size="md"
        label="Your question"
        description={
          account.data?.model.offline === false
            ? `Answers are paid from what is left under this session’s cap: ${dollars(leftUsd)}.`
            : undefined
        }
        rows={2}
        dir="auto"
        value={draft.text}
        error={problem}
        // One id for one question to one of them: sent again after a lost answer, it adds nothing.
        onChange={({ currentTarget }) => {
          setProblem(undefined);
          setDraft({ text: currentTarget.value, attemptId: newMessageId() });
        }}
      />
      <FormFailure error={ask.error} />
      <div className={classes.again}>
        <Button type="submit" loading={ask.isPending}>
          Ask
        </Button>
      </div>
    </Form>
  );
}
