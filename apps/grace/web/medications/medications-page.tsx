import { Disclosure, EmptyState, ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { IconPill, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import { type MedicationStatus, statusOf } from '../../medicine/status.ts';
import { type Medication, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { MedicationRow } from './medication-row.tsx';
import classes from './medications.module.css';
import { isOnlyAsNeeded } from './schedule-in-words.ts';
import { useNowSince } from './use-now-since.ts';

/** Everything that the person takes, what is on hold, and what was stopped. */
export function MedicationsPage() {
  const trpc = useTRPC();
  const profile = useProfile();
  const { id: profileId, preferredName } = profile;
  const query = useQuery(trpc.medications.list.queryOptions({ profileId }));
  const { data, error, refetch } = query;
  const now = useNowSince(query.dataUpdatedAt);
  usePageTitle('Medicines');
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const add = may(profile, 'medications', 'manage') && (
    <Button
      component={Link}
      href={`/p/${profileId}/medications/new`}
      leftSection={<IconPlus size={18} stroke={1.8} aria-hidden="true" />}
    >
      Add a medicine
    </Button>
  );
  if (data.length === 0) {
    return (
      <EmptyState title="No medicines yet" action={add} icon={<IconPill stroke={1.4} />}>
        <p>What {preferredName} takes, when, and how much: one entry for each box in the cupboard.</p>
      </EmptyState>
    );
  }
  const of = (...statuses: MedicationStatus[]) =>
    data.filter((medication) => statuses.includes(statusOf(medication, now)));
  const taken = of('active', 'planned');
  const isAsNeeded = (medication: Medication) => isOnlyAsNeeded(medication, now);
  const past = of('stopped', 'finished');
  const actions = (
    <div className={classes.actions}>
      <Button
        component={Link}
        href={`/p/${profileId}/medications/print`}
        variant="default"
        leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden="true" />}
      >
        List for the doctor
      </Button>
      {add}
    </div>
  );
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>Medicines</Title>
        {!profile.isPlain && actions}
      </div>
      <Group title="Planned" medications={taken.filter((one) => !isAsNeeded(one))} now={now} />
      <Group title="As needed" medications={taken.filter(isAsNeeded)} now={now} />
      <Group title="On hold" medications={of('held')} now={now} />
      {past.length > 0 && !profile.isPlain && (
        <details className={classes.past}>
          <summary>No longer taken ({past.length})</summary>
          <Group medications={past} now={now} />
        </details>
      )}
      {profile.isPlain && <Disclosure label="More">{actions}</Disclosure>}
    </div>
  );
}

function Group({ title, medications, now }: { title?: string; medications: Medication[]; now: number }) {
  if (medications.length === 0) return null;
  const rows = (
    <ul className={classes.list}>
      {medications.map((medication) => (
        <MedicationRow key={medication.id} medication={medication} now={now} />
      ))}
    </ul>
  );
  if (!title) return rows;
  return (
    <section className={classes.group}>
      <Title order={2}>{title}</Title>
      {rows}
    </section>
  );
}
