import { Badge, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { levelWords, scopeWords } from '../../consent/words.ts';
import type { Caregiver } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './care.module.css';
import { EndDialog } from './end-dialog.tsx';
import { lastDayOf } from './grant-values.ts';

/** Somebody who takes part: what they may see and do, until when, and what can be done about it. */
export function CaregiverCard({ caregiver }: { caregiver: Caregiver }) {
  const { id: profileId, timeZone, rights } = useProfile();
  const [asking, setAsking] = useState(false);
  const { id, name, relationship, level, scopes, endsAt, endedAt, isYou } = caregiver;
  const until = formatDate(lastDayOf(endsAt, timeZone), 'long');
  return (
    <li className={classes.card}>
      <Group gap="xs">
        <span className={classes.name}>{name}</span>
        {isYou && <Badge variant="light">You</Badge>}
        {endedAt && <Badge color="orange">Ran out</Badge>}
      </Group>
      {relationship && <p className={classes.muted}>{relationship}</p>}
      <div>
        <strong>{levelWords[level]}</strong>
        <ul className={classes.facts}>
          {scopes.map((scope) => (
            <li key={scope}>{scopeWords[scope]}</li>
          ))}
        </ul>
      </div>
      <p className={classes.muted}>{endedAt ? `Ran out after ${until}.` : `Until ${until}.`}</p>
      <div className={classes.actions}>
        {rights.isHolder && (
          <Button component={Link} href={`/p/${profileId}/care/${id}`} variant="default" size="md">
            {endedAt ? 'Renew' : 'Change or renew'}
          </Button>
        )}
        {(rights.isHolder || isYou) && (
          <Button variant="default" c="var(--ui-danger)" size="md" onClick={() => setAsking(true)}>
            {isYou ? 'Leave' : 'End access'}
            <span className="ui-hidden"> of {name}</span>
          </Button>
        )}
      </div>
      <EndDialog caregiver={caregiver} opened={asking} onClose={() => setAsking(false)} />
    </li>
  );
}
