import { ErrorState, LoadingState, useAnnounce } from '@commons/ui';
import { Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { SeatView } from '../../deliberation/view.ts';
import type { FollowUp } from '../client.ts';
import { AskAfterwards } from './ask-afterwards.tsx';
import { FollowUpItem } from './follow-up-item.tsx';
import classes from './follow-ups.module.css';
import { useFollowUps } from './use-follow-ups.ts';

interface FollowUpSectionProps {
  sessionId: string;
  seats: readonly SeatView[];
}

/** Questions to one seat or the chair once the session is complete, and what they answered. */
export function FollowUpSection({ sessionId, seats }: FollowUpSectionProps) {
  const { data, error, refetch } = useFollowUps(sessionId);
  const nameOf = (id: string | null) => seats.find((seat) => seat.id === id)?.name ?? 'The chair';
  useAnnounceAnswers(data?.items, nameOf);
  return (
    <section className={classes.section} aria-labelledby="asked-afterwards">
      <Title order={2} id="asked-afterwards">
        Ask afterwards
      </Title>
      {data ? (
        <>
          {data.items.length === 0 && (
            <p className={classes.lead}>
              Ask one of the panel what they meant, or the chair how close it was. Nothing that they answer
              changes the votes or the memo.
            </p>
          )}
          {data.items.length > 0 && (
            <ol className={classes.list}>
              {data.items.map((followUp) => (
                <li key={followUp.id}>
                  <FollowUpItem followUp={followUp} name={nameOf(followUp.seatId)} />
                </li>
              ))}
            </ol>
          )}
          <AskAfterwards sessionId={sessionId} seats={seats} leftUsd={data.leftUsd} />
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState />
      )}
    </section>
  );
}

/** Says so when an answer comes, or none, to a question that was open while this was shown. */
function useAnnounceAnswers(items: readonly FollowUp[] | undefined, nameOf: (id: string | null) => string) {
  const announce = useAnnounce();
  const open = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!items) return;
    for (const { id, status, seatId } of items) {
      if (status === 'asked' || !open.current.has(id)) continue;
      announce(
        status === 'answered' ? `${nameOf(seatId)} has answered` : `${nameOf(seatId)} could not answer`,
      );
    }
    open.current = new Set(items.flatMap(({ id, status }) => (status === 'asked' ? [id] : [])));
  });
}
