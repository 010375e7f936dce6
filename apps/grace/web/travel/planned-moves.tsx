import { FormFailure, notify } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dayOf } from '../../schedule/zone.ts';
import { useTRPC } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './time-zone-page.module.css';
import { placeOf } from './zone-name.ts';

/** Moves that lie ahead, and the way to stay after all. */
export function PlannedMoves() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: profileId, timeZone, zoneMoves, rights } = useProfile();
  const stay = useMutation(
    trpc.travel.move.mutationOptions({
      onSuccess: () => notify({ title: `Everything stays on ${placeOf(timeZone)} time` }),
      onSettled: () => queries.invalidateQueries(),
    }),
  );
  const [first] = zoneMoves;
  if (!first) return null;
  // The day before the move counts in this zone as well: whatever moves later is taken back.
  const from = dayOf(timeZone, first.from);
  return (
    <section aria-label="Planned moves">
      <ul className={classes.steps}>
        {zoneMoves.map((move) => (
          <li key={move.from} className={classes.step}>
            <h3>{formatDate(dayOf(move.zone, move.from), 'weekday')}</h3>
            <p>Doses and days go over to {placeOf(move.zone)} time.</p>
          </li>
        ))}
      </ul>
      {rights.isHolder && (
        <Button
          variant="default"
          mt="sm"
          loading={stay.isPending}
          onClick={() => stay.mutate({ profileId, zone: timeZone, from })}
        >
          Stay on {placeOf(timeZone)} time after all
        </Button>
      )}
      <FormFailure error={stay.error} />
    </section>
  );
}
