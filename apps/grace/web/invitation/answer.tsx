import { describeError, FormFailure, notify } from '@commons/ui';
import { Button, Checkbox, Group, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import classes from '../care/care.module.css';
import { type Outputs, useTRPC } from '../client.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import page from '../page.module.css';
import surfaces from '../surfaces.module.css';
import { forgetInvitationToken } from './invitation-token.ts';

interface AnswerProps {
  invitation: Outputs['invitations']['open'];
  token: string;
  onChanged: () => void;
}

/** Yes or no, after reading. */
export function Answer({ invitation, token, onChanged }: AnswerProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const leadOn = useLeadOn();
  const [hasRead, setHasRead] = useState(false);
  const leave = async (path: string) => {
    forgetInvitationToken();
    await queries.invalidateQueries();
    leadOn(path);
    queries.removeQueries({ queryKey: ['invitation'] });
  };
  const accept = useMutation(
    trpc.invitations.accept.mutationOptions({
      onSuccess: ({ profileId }) => leave(`/p/${profileId}/`),
      onError: (error) => {
        if (!isStale(error)) return;
        // What was read is not what would be agreed to now.
        setHasRead(false);
        onChanged();
      },
    }),
  );
  const decline = useMutation(
    trpc.invitations.decline.mutationOptions({
      onSuccess: async () => {
        notify({ title: 'You declined. Nothing was shared with you.' });
        await leave('/');
      },
    }),
  );
  const { personName, grantedByName, consentText, consentHash } = invitation;
  return (
    <div className={page.page}>
      <Title order={1}>Help care for {personName}</Title>
      <p className={page.lead}>
        {grantedByName} invites you. Read what both of you agree to, and then answer.
      </p>
      <p className={classes.text}>{consentText}</p>
      <Checkbox
        size="md"
        className={surfaces.choice}
        label="I have read this and agree to it."
        checked={hasRead}
        onChange={({ currentTarget }) => setHasRead(currentTarget.checked)}
      />
      {accept.error && isStale(accept.error) ? (
        <p role="alert">
          <strong>The text was changed just now.</strong> Read it again before you agree.
        </p>
      ) : (
        <FormFailure error={accept.error ?? decline.error} />
      )}
      <Group gap="xs">
        <Button
          size="md"
          disabled={!hasRead || decline.isPending}
          loading={accept.isPending}
          onClick={() => accept.mutate({ token, consentHash })}
        >
          Accept
        </Button>
        <Button
          size="md"
          variant="default"
          disabled={accept.isPending}
          loading={decline.isPending}
          onClick={() => decline.mutate({ token })}
        >
          Decline
        </Button>
      </Group>
    </div>
  );
}

const isStale = (error: unknown): boolean => describeError(error).code === 'STALE_VERSION';
