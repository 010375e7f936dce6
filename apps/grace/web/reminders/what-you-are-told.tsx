import { ErrorState, LoadingState, notifyError } from '@commons/ui';
import { Switch, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import { hourCycleHere } from '../formats/hour-cycle.ts';
import { useProfile } from '../frame/profile-context.ts';
import { placeOf } from '../travel/zone-name.ts';
import classes from './reminders.module.css';

/** Doses at their time, and the daily mail. */
export function WhatYouAreTold() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId, preferredName, timeZone, isDiscreet } = useProfile();
  const options = trpc.notices.settings.queryOptions({ profileId });
  const { data: settings, error, refetch } = useQuery(options);
  const save = useMutation(
    trpc.notices.saveSettings.mutationOptions({
      onMutate: ({ wantsDoses, digestTime }) => {
        const before = queries.getQueryData(options.queryKey);
        if (before) queries.setQueryData(options.queryKey, { ...before, wantsDoses, digestTime });
        return before;
      },
      onError: (failure, _, before) => {
        queries.setQueryData(options.queryKey, before);
        notifyError(failure);
      },
      onSettled: () => queries.invalidateQueries({ queryKey: options.queryKey }),
    }),
  );
  if (!settings)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const { wantsDoses, digestTime, canMail, email } = settings;
  const change = (part: Partial<{ wantsDoses: boolean; digestTime: string | null }>) =>
    save.mutate({ profileId, wantsDoses, digestTime, hourCycle: hourCycleHere(), ...part });
  return (
    <section className={classes.section} aria-labelledby="told">
      <Title order={2} id="told">
        What you are told
      </Title>
      <Switch
        size="md"
        label="Each dose at its time"
        description="Doses that nobody has logged are told in the order of the care team, whatever you choose here."
        checked={wantsDoses}
        onChange={({ currentTarget }) => change({ wantsDoses: currentTarget.checked })}
      />
      <Switch
        size="md"
        label="A mail every day"
        description={
          canMail
            ? `What was given yesterday and what is planned today, to ${email}.`
            : 'This site sends no mail yet. Whoever runs it can change that.'
        }
        disabled={!canMail && digestTime === null}
        checked={digestTime !== null}
        onChange={({ currentTarget }) => change({ digestTime: currentTarget.checked ? '07:00' : null })}
      />
      {digestTime !== null && (
        <TextInput
          type="time"
          label="When"
          description={`On the clock in ${placeOf(timeZone)}`}
          size="md"
          w={240}
          value={digestTime}
          onChange={({ currentTarget }) => currentTarget.value && change({ digestTime: currentTarget.value })}
        />
      )}
      <p className={classes.muted}>
        {isDiscreet
          ? `On a locked screen the names of ${preferredName}’s medicines are hidden.`
          : `On a locked screen the names of ${preferredName}’s medicines can be read.`}
      </p>
    </section>
  );
}
