import { Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Slot } from '../../schedule/slot.ts';
import { type ZoneStep, zoneSteps } from '../../schedule/zone-move.ts';
import type { Outputs } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatWallClock } from '../formats/format-time.ts';
import page from '../page.module.css';
import classes from './time-zone-page.module.css';
import { placeOf } from './zone-name.ts';

interface ZoneStepsProps {
  medications: Outputs['medications']['list'];
  zone: string;
  from: number;
}

/** For each medicine the last dose by the old clock and the first by the new one. */
export function ZoneSteps({ medications, zone, from }: ZoneStepsProps) {
  const steps = medications
    .filter(({ isEnteredInError }) => !isEnteredInError)
    .flatMap(({ name, versions }) => zoneSteps(versions, zone, from).map((step) => ({ name, step })));
  if (steps.length === 0) return <p>All doses follow this clock already, or none is planned.</p>;
  return (
    <>
      <Title order={2}>What this does</Title>
      {steps.some(({ step }) => step.isClose) && (
        <p className={page.lead}>
          Some doses come closer together than usual. Ask a pharmacist or doctor how to make this step, or
          choose another day.
        </p>
      )}
      <ul className={classes.steps}>
        {steps.map(({ name, step }) => (
          <li key={step.scheduleId} className={classes.step}>
            <h3>{name}</h3>
            {step.last && <p>Last by the old clock: {when(step.last)}</p>}
            {step.next && (
              <p>
                First by the clock in {placeOf(zone)}: <strong>{when(step.next)}</strong>
              </p>
            )}
            <Gap step={step} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Gap({ step: { gapMs, usualMs, isClose } }: { step: ZoneStep }) {
  if (gapMs === undefined) return null;
  const usual = usualMs === undefined ? '' : `; otherwise it is at least ${hours(usualMs)}`;
  const said = `${hours(gapMs)} between them${usual}`;
  if (!isClose) return <p>{said}.</p>;
  return (
    <p className={classes.close}>
      <IconAlertTriangle size={20} stroke={1.8} aria-hidden="true" />
      Only {said}.
    </p>
  );
}

function when({ localDate, localTime }: Slot): string {
  return `${formatDate(localDate, 'weekday')}, ${formatWallClock(localTime)}`;
}

function hours(ms: number): string {
  const whole = Math.round(ms / 360_000) / 10;
  return whole >= 72 ? `${Math.round(whole / 24)} days` : `${whole} ${whole === 1 ? 'hour' : 'hours'}`;
}
