import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Turn } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { entryNamed } from './entry-named.ts';
import classes from './talk.module.css';

/** What the companion says now, large. */
export function SpokenTurn({ turn, text }: { turn: Turn; text: string }) {
  const profile = useProfile();
  if (turn.kind === 'safety') return <SafetyCard text={text} />;
  const plan = entryNamed(profile, /^today$/i) ?? entryNamed(profile, /^medicines$/i);
  return (
    <div className={classes.spoken} data-turn={turn.id}>
      <p className={classes.words} data-kind={turn.kind} dir="auto">
        {text || <span className={classes.thinking}>One moment …</span>}
      </p>
      {turn.kind === 'dose' && plan && (
        <Button component={Link} href={`/p/${profile.id}/${plan.to}`} size="md" variant="default">
          Open {plan.label}
        </Button>
      )}
    </div>
  );
}

function SafetyCard({ text }: { text: string }) {
  const profile = useProfile();
  const card = entryNamed(profile, /emergency card/i);
  return (
    <section className={classes.safety} role="alert" aria-label="Get help">
      <h2>
        <IconAlertTriangle size={30} aria-hidden="true" />
        Call your local emergency number
      </h2>
      <p className={classes.words}>{text}</p>
      {card && (
        <Button component={Link} href={`/p/${profile.id}/${card.to}`} size="lg" color="red">
          Open the emergency card
        </Button>
      )}
    </section>
  );
}
