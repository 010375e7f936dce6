import {
  CopyButton,
  describeError,
  Form,
  FormFailure,
  LoadingState,
  newMessageId,
  notifyError,
  PartFailed,
  Timestamp,
} from '@commons/ui';
import { Alert, Button, Checkbox, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './reminders.module.css';

/** Calendars of the doses for other programs; the holder makes and ends them. */
export function Calendars() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId } = useProfile();
  const made = useQuery(trpc.feeds.list.queryOptions({ profileId }));
  const feeds = made.data;
  const revoke = useMutation(
    trpc.feeds.revoke.mutationOptions({
      onSuccess: () => queries.invalidateQueries(),
      onError: notifyError,
    }),
  );
  return (
    <section className={classes.section} aria-labelledby="calendars">
      <Title order={2} id="calendars">
        In your calendar
      </Title>
      <p className={classes.muted}>
        Calendar programs can show the planned doses. Whoever has the address can read them, until you end it.
      </p>
      {made.isPending && <LoadingState />}
      {made.isLoadingError && <PartFailed query={made}>Your calendars could not be read.</PartFailed>}
      <ul className={classes.list}>
        {feeds?.map((feed) => (
          <li key={feed.id} className={classes.card}>
            <div className={classes.words}>
              <strong>{feed.name}</strong>
              <span className={classes.muted}>
                {feed.isDiscreet ? 'Without names of medicines. ' : ''}
                {feed.revokedAt ? (
                  <>
                    Ended <Timestamp date={feed.revokedAt} />
                  </>
                ) : (
                  <>
                    Made <Timestamp date={feed.createdAt} />
                  </>
                )}
              </span>
            </div>
            {!feed.revokedAt && (
              <Button size="md" variant="default" onClick={() => revoke.mutate({ id: feed.id })}>
                End<span className="ui-hidden"> {feed.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <NewCalendar />
    </section>
  );
}

function NewCalendar() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId } = useProfile();
  const [name, setName] = useState('');
  const [isDiscreet, setDiscreet] = useState(true);
  // The same until it has been answered, so that two presses make one calendar.
  const [id, setId] = useState(newMessageId);
  const create = useMutation(
    trpc.feeds.create.mutationOptions({
      onSuccess: async () => {
        setName('');
        setId(newMessageId());
        await queries.invalidateQueries();
      },
      onError: async (error) => {
        if (describeError(error).code !== 'CONFLICT') return;
        setId(newMessageId());
        await queries.invalidateQueries();
      },
    }),
  );
  return (
    <>
      {create.data && (
        <Alert variant="light" title="Add this address to your calendar program now">
          <p className={classes.address}>{create.data.url}</p>
          <CopyButton text={create.data.url} label="Copy the address" />
          <p>It is shown only this once.</p>
        </Alert>
      )}
      <Form
        className={classes.form}
        onSubmit={() => {
          if (!create.isPending) create.mutate({ id, profileId, name, isDiscreet });
        }}
      >
        <TextInput
          label="Where will you use it?"
          placeholder="Kitchen tablet"
          size="md"
          value={name}
          maxLength={80}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Checkbox
          size="md"
          label="Hide the names of the medicines"
          checked={isDiscreet}
          onChange={({ currentTarget }) => setDiscreet(currentTarget.checked)}
        />
        <FormFailure error={create.error} />
        <div>
          <Button type="submit" size="md" variant="light" loading={create.isPending}>
            Make a calendar address
          </Button>
        </div>
      </Form>
    </>
  );
}
