import { FormFailure, Timestamp } from '@commons/ui';
import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dollars } from '../../money/dollars.ts';
import { type FollowUp, useTRPC } from '../client.ts';
import { failureWords } from './failure-words.ts';
import classes from './follow-ups.module.css';

/** One question, and what became of it. */
export function FollowUpItem({ followUp, name }: { followUp: FollowUp; name: string }) {
  const { question, status, answer, createdAt, answeredAt, cost, model } = followUp;
  return (
    <article className={classes.item}>
      <h3 dir="auto">{question}</h3>
      <p className={classes.lead}>
        To {name === 'The chair' ? 'the chair' : name}, <Timestamp date={createdAt} />
      </p>
      {status === 'asked' && (
        <p className={classes.thinking}>
          <Loader size="xs" aria-hidden="true" /> {name} has your question. The answer comes here by itself.
        </p>
      )}
      {status === 'failed' && <NoAnswer followUp={followUp} />}
      {status === 'answered' && (
        <>
          <blockquote dir="auto">{answer}</blockquote>
          <p className={classes.source}>
            {name}, answered <Timestamp date={answeredAt ?? createdAt} />
            {model && ` · ${model}`}
            {Number(cost) > 0 && ` · ${dollars(cost)}`}
          </p>
        </>
      )}
    </article>
  );
}

function NoAnswer({ followUp: { id, failure } }: { followUp: FollowUp }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const retry = useMutation(
    trpc.followUps.retry.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.followUps.list.pathKey() }),
    }),
  );
  return (
    <>
      <p className={classes.failed}>
        <IconAlertTriangle size={18} stroke={1.9} aria-hidden="true" /> {failureWords(failure)}
      </p>
      <FormFailure error={retry.error} />
      <div className={classes.again}>
        <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate({ id })}>
          Ask again
        </Button>
      </div>
    </>
  );
}
