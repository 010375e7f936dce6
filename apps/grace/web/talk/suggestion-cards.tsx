import { ErrorState, LoadingState, newMessageId, notifyError } from '@commons/ui';
import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Outputs, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import classes from './talk.module.css';

const reasons: Record<Outputs['sessions']['suggest'][number]['reason'], string> = {
  story: 'From your story',
  favourite: 'You like this',
  activity: 'Something to do',
  topic: 'Something to talk about',
};

/** What one could talk about now; one touch begins. */
export function SuggestionCards() {
  const { id: profileId, isPlain } = useProfile();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const leadOn = useLeadOn();
  const [seed, setSeed] = useState(() => Math.floor(Date.now() / 3_600_000) % 1_000_000);
  const [attempt, setAttempt] = useState(newMessageId);
  const cards = useQuery(
    trpc.sessions.suggest.queryOptions({ profileId, seed }, { placeholderData: keepPreviousData }),
  );
  const { mutate: start, isPending } = useMutation(
    trpc.sessions.start.mutationOptions({
      onSuccess: async (_, { id }) => {
        await queries.invalidateQueries();
        leadOn(`/p/${profileId}/talk/${id}`);
      },
      onError: (error) => {
        setAttempt(newMessageId());
        notifyError(error);
        void cards.refetch();
      },
    }),
  );
  if (!cards.data)
    return cards.error ? (
      <ErrorState error={cards.error} onRetry={() => void cards.refetch()} />
    ) : (
      <LoadingState />
    );
  const begin = (suggestion: string | null) => start({ profileId, id: attempt, suggestion, seed });
  return (
    <section aria-label="Suggestions" className={classes.suggestions}>
      <ul className={classes.cards}>
        {cards.data.slice(0, isPlain ? 2 : undefined).map(({ key, title, reason }) => (
          <li key={key}>
            <button
              type="button"
              className={classes.suggestion}
              disabled={isPending}
              onClick={() => begin(key)}
            >
              <span className={classes.reason}>{reasons[reason]}</span>
              <span>{title}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className={classes.ways}>
        <Button size="lg" loading={isPending} onClick={() => begin(null)}>
          Just talk
        </Button>
        {cards.data.length > 0 && (
          <Button size="lg" variant="default" disabled={isPending} onClick={() => setSeed(seed + 1)}>
            Other ideas
          </Button>
        )}
      </div>
    </section>
  );
}
