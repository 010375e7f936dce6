import { Title } from '@mantine/core';
import type { Caregiver } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './care.module.css';
import { CaregiverCard } from './caregiver-card.tsx';

/** Who took part before. One that ran out can still be renewed; one that was ended cannot. */
export function Former({ people }: { people: Caregiver[] }) {
  const { timeZone } = useProfile();
  if (people.length === 0) return null;
  const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeZone });
  return (
    <section className={classes.section} aria-labelledby="former">
      <Title order={2} id="former">
        No longer taking part
      </Title>
      <ul className={classes.list}>
        {people.map((one) =>
          one.isRenewable ? (
            <CaregiverCard key={one.id} caregiver={one} />
          ) : (
            <li key={one.id} className={classes.card}>
              <span className={classes.name}>{one.name}</span>
              <p className={classes.muted}>Ended on {day.format(new Date(one.endedAt ?? one.endsAt))}.</p>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
