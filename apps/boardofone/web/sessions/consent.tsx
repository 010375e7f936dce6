import { FormFailure, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import page from '../page.module.css';

/** Asked once, before anything is given to a model to read. */
export function Consent({ model }: { model: { provider: string; model: string; offline: boolean } }) {
  const { mutate, isPending, error } = useConsent();
  usePageTitle('Before you begin');
  return (
    <div className={`${page.page} ${page.narrow}`}>
      <Title order={1}>Before you begin</Title>
      <p>
        What you enter for the board is given to a language model to read, many times in one session.{' '}
        {model.offline
          ? 'On this server none is configured, so nothing leaves it: the board rehearses with your own words.'
          : `On this server that is ${model.model} of ${model.provider}.`}
      </p>
      <p>
        Your sessions are yours alone, you can delete them, and you can take this back at any time. The voices
        of the panel are invented: they stand for points of view and not for expertise.
      </p>
      <FormFailure error={error} />
      <div>
        <Button loading={isPending} onClick={() => mutate({ isGiven: true })}>
          I agree
        </Button>
      </div>
    </div>
  );
}

/** The way back: no model is asked any more until the person agrees again. */
export function TakeBackConsent() {
  const { mutate, isPending, error } = useConsent();
  return (
    <div>
      <FormFailure error={error} />
      <Button
        variant="subtle"
        color="gray"
        h="auto"
        mih={44}
        styles={{ label: { whiteSpace: 'normal' } }}
        loading={isPending}
        onClick={() => mutate({ isGiven: false })}
      >
        Let no model read what I enter any more
      </Button>
    </div>
  );
}

function useConsent() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.account.consent.mutationOptions({
      onSuccess: (account) => queries.setQueryData(trpc.account.mine.queryKey(), account),
    }),
  );
}
