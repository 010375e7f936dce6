import { useNow } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import { IconPlane } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Profile } from '../client.ts';
import { deviceZone } from '../profiles/zones.ts';
import { isSameClock, placeOf } from './zone-name.ts';
import classes from './zone-notice.module.css';

const keptKey = (profileId: string) => `grace:home-clock:${profileId}`;

/** Whoever travels with this device is asked once per place: nothing moves by itself. */
export function ZoneNotice({ profile }: { profile: Profile }) {
  const now = useNow().getTime();
  const [path] = useLocation();
  const [kept, setKept] = useState(() => localStorage.getItem(keptKey(profile.id)));
  const { id, timeZone, basis, rights } = profile;
  const here = deviceZone();
  const isOwnDevice = rights.isHolder && basis === 'self';
  if (!isOwnDevice || kept === here || isSameClock(here, timeZone, now) || path.endsWith('/time-zone'))
    return null;
  const keep = () => {
    localStorage.setItem(keptKey(id), here);
    setKept(here);
  };
  return (
    <section className={classes.notice} aria-label="Another time zone">
      <IconPlane size={24} stroke={1.6} aria-hidden="true" />
      <p>
        This device is on {placeOf(here)} time. Your doses follow the clock in{' '}
        <strong>{placeOf(timeZone)}</strong>.
      </p>
      <Group gap="sm">
        <Button size="md" variant="default" onClick={keep}>
          Keep {placeOf(timeZone)} time
        </Button>
        <Button size="md" component={Link} href={`/p/${id}/time-zone?to=${encodeURIComponent(here)}`}>
          Move to {placeOf(here)} time
        </Button>
      </Group>
    </section>
  );
}
