import { Disclosure, usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import { inForceLater } from '../../medicine/in-force.ts';
import { nameWithStrength } from '../../medicine/strength.ts';
import type { Medication } from '../client.ts';
import { formatInstant } from '../formats/format-time.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { planText } from '../schedule/plan-text.ts';
import { placeOf } from '../travel/zone-name.ts';
import { ChangeHistory } from './change-history.tsx';
import { FactsList } from './facts-list.tsx';
import { MedicationActions } from './medication-actions.tsx';
import classes from './medications.module.css';
import { NextDoses } from './next-doses.tsx';
import { ScheduleRows } from './schedule-rows.tsx';
import { statusInWords } from './status-in-words.ts';
import { WithMedication } from './with-medication.tsx';

/** Everything about one medicine. */
export function MedicationPage() {
  usePageTitle('Medicine');
  return (
    <WithMedication>
      {(medication, now) => <MedicationDetails medication={medication} now={now} />}
    </WithMedication>
  );
}

function MedicationDetails({ medication, now }: { medication: Medication; now: number }) {
  const profile = useProfile();
  const status = statusInWords(medication, now);
  const later = inForceLater(medication.versions, now);
  const isTravelling = later.some(({ zone }) => zone !== profile.timeZone);
  const more = (
    <>
      {profile.isPlain && <ScheduleRows medication={medication} now={now} />}
      {may(profile, 'medications', 'manage') && <MedicationActions medication={medication} now={now} />}
      <section aria-labelledby="facts-heading">
        <Title order={2} id="facts-heading">
          About it
        </Title>
        <FactsList facts={medication} />
      </section>
      <ChangeHistory medicationId={medication.id} />
    </>
  );
  return (
    <div className={page.page}>
      <div>
        <Link href={`/p/${profile.id}/medications`} className={page.back}>
          All medicines
        </Link>
        <Title order={1} dir="auto">
          {nameWithStrength(medication)}
        </Title>
      </div>
      {status && (
        <div className={classes.banner} role="status">
          <strong>{status}</strong>
        </div>
      )}
      <section className={classes.schedule} aria-labelledby="schedule-heading">
        <Title order={2} id="schedule-heading">
          When and how much
        </Title>
        <ScheduleRows medication={medication} now={now} isBare={profile.isPlain} />
        {later.map((version) => (
          <p key={version.id}>
            From {formatInstant(version.zone, version.effectiveFrom)}
            {isTravelling && `, by the clock in ${placeOf(version.zone)}`}: {planText(version.plan)}
          </p>
        ))}
        <NextDoses medication={medication} now={now} count={profile.isPlain ? 2 : 5} />
      </section>
      {profile.isPlain ? <Disclosure label="More about it">{more}</Disclosure> : more}
    </div>
  );
}
