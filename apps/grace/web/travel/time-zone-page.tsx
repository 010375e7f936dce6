import { ErrorState, Form, FormFailure, LoadingState, notify, useNow, usePageTitle } from '@commons/ui';
import { Button, Group, Select, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { may } from '../../care/may.ts';
import { dayOf } from '../../schedule/zone.ts';
import { moveInstant } from '../../travel/move-instant.ts';
import { MoveZone } from '../../travel/schemas.ts';
import { useTRPC } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatTime } from '../formats/format-time.ts';
import { useProfile } from '../frame/profile-context.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import page from '../page.module.css';
import { deviceZone, zones } from '../profiles/zones.ts';
import { PlannedMoves } from './planned-moves.tsx';
import classes from './time-zone-page.module.css';
import { placeOf } from './zone-name.ts';
import { ZoneSteps } from './zone-steps.tsx';

/** Lets doses follow the clock of another place from a day on, and shows before what that does to them. */
export function TimeZonePage() {
  const profile = useProfile();
  const now = useNow().getTime();
  usePageTitle('Time zone');
  return (
    <div className={page.page}>
      <Title order={1}>Time zone</Title>
      <p className={page.lead}>
        {profile.preferredName}’s doses follow the clock in <strong>{placeOf(profile.timeZone)}</strong>,
        where it is {formatTime(profile.timeZone, now)} now. Keep that clock on a short journey. For a longer
        stay they can follow another one.
      </p>
      <PlannedMoves />
      {may(profile, 'medications', 'manage') ? (
        <MoveForm />
      ) : (
        <p>Whoever may manage the medicines can change this.</p>
      )}
    </div>
  );
}

function MoveForm() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId, timeZone } = useProfile();
  const leadOn = useLeadOn();
  const [search] = useSearchParams();
  const now = useNow().getTime();
  const asked = search.get('to') ?? deviceZone();
  const [zone, setZone] = useState(zones.includes(asked) ? asked : timeZone);
  const [chosen, setFrom] = useState<string>();
  const from = chosen ?? dayOf(zone, now);
  const { data, error, refetch } = useQuery(trpc.medications.list.queryOptions({ profileId }));
  const move = useMutation(
    trpc.travel.move.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries();
        notify({ title: `Doses follow the clock in ${placeOf(zone)} from ${formatDate(from, 'weekday')}` });
        leadOn(`/p/${profileId}/calendar`);
      },
    }),
  );
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const problem = MoveZone.shape.from.safeParse(from).error?.issues[0]?.message;
  const instant = problem === undefined ? moveInstant({ zone, from }, now) : undefined;
  const isOver = problem === undefined && instant === undefined;
  return (
    <Form
      className={page.page}
      style={{ padding: 0 }}
      onSubmit={() => {
        if (instant !== undefined) move.mutate({ profileId, zone, from });
      }}
    >
      <div className={classes.fields}>
        <Select
          label="The clock of"
          size="md"
          data={zones}
          searchable
          allowDeselect={false}
          value={zone}
          onChange={(value) => setZone(value ?? zone)}
        />
        <TextInput
          type="date"
          label="From this day on"
          size="md"
          min={dayOf(zone, now)}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          error={isOver ? 'This day is over there. Choose today or later.' : problem}
        />
      </div>
      {instant !== undefined && <ZoneSteps medications={data} zone={zone} from={instant} />}
      <FormFailure error={move.error} />
      <Group gap="sm">
        <Button type="submit" size="md" loading={move.isPending} disabled={instant === undefined}>
          Move to {placeOf(zone)} time
        </Button>
        <Button component={Link} href={`/p/${profileId}/calendar`} size="md" variant="default">
          Keep {placeOf(timeZone)} time
        </Button>
      </Group>
    </Form>
  );
}
