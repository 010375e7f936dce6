import { describeError, EmptyState, ErrorState, LoadingState, usePageTitle, useSession } from '@commons/ui';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useTRPCClient } from '../client.ts';
import { Answer } from './answer.tsx';
import { invitationToken } from './invitation-token.ts';

/** What somebody is invited to, word for word, before they answer. */
export function InvitationPage() {
  const client = useTRPCClient();
  const { user } = useSession();
  const [token] = useState(invitationToken);
  const { data, error, refetch } = useQuery({
    // Without the secret: keys are kept where tools show them.
    queryKey: ['invitation'],
    queryFn: () => client.invitations.open.mutate({ token: token ?? '' }),
    // Once it is answered there is nothing to read again, whatever else changes.
    enabled: ({ state }) => token !== null && state.data === undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  usePageTitle('Invitation');
  const isNotTheirs = error !== null && ['NOT_FOUND', 'BAD_INPUT'].includes(describeError(error).code);
  if (token === null || isNotTheirs) return <NothingWaits email={user.email} />;
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  return <Answer invitation={data} token={token} onChanged={() => void refetch()} />;
}

function NothingWaits({ email }: { email: string }) {
  return (
    <EmptyState
      title="No invitation waits for you here"
      action={
        <Button component={Link} href="/">
          Your people
        </Button>
      }
    >
      <p>
        You are signed in as {email}. An invitation is for one address: sign in with the one that it was sent
        to. It may also have been answered, cancelled or have run out; then ask for another one.
      </p>
    </EmptyState>
  );
}
