import { ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, TextInput, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { addDays } from '../../schedule/calendar-day.ts';
import { dayOf } from '../../schedule/zone.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { MedicationSheet } from './medication-sheet.tsx';
import classes from './print-page.module.css';
import { useNowSince } from './use-now-since.ts';

const usualDays = 90;

/** The list for the doctor: what is on the screen is what is on paper. */
export function PrintPage() {
  const trpc = useTRPC();
  const { id: profileId, timeZone } = useProfile();
  const medications = useQuery(trpc.medications.list.queryOptions({ profileId }));
  const now = useNowSince(medications.dataUpdatedAt);
  const [since, setSince] = useState(() => addDays(dayOf(timeZone, now), -usualDays));
  const allergies = useQuery(trpc.allergies.list.queryOptions({ profileId }));
  const conditions = useQuery(trpc.conditions.list.queryOptions({ profileId }));
  const changes = useQuery(trpc.medications.changes.queryOptions({ profileId }));
  usePageTitle('List for the doctor');
  const queries = [medications, allergies, conditions, changes];
  const failed = queries.find(({ error, data }) => error && !data);
  if (failed)
    return (
      <ErrorState
        error={failed.error}
        onRetry={() => void Promise.all(queries.map((query) => query.refetch()))}
      />
    );
  if (!medications.data || !allergies.data || !conditions.data || !changes.data) return <LoadingState />;
  return (
    <div className={`${page.page} ${classes.page}`}>
      <div className={classes.controls}>
        <Link href={`/p/${profileId}/medications`} className={page.back}>
          All medicines
        </Link>
        <Title order={1}>List for the doctor</Title>
        <div className={classes.choices}>
          <TextInput
            type="date"
            label="Show changes since"
            value={since}
            onChange={({ currentTarget }) => setSince(currentTarget.value)}
          />
          <Button
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            Print or save as PDF
          </Button>
        </div>
      </div>
      <MedicationSheet
        medications={medications.data}
        allergies={allergies.data}
        conditions={conditions.data}
        changes={changes.data}
        since={since}
        now={now}
      />
    </div>
  );
}
