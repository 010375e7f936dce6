import {
  Disclosure,
  EmptyState,
  ErrorState,
  LoadingState,
  NextPage,
  PartFailed,
  usePageTitle,
} from '@commons/ui';
import { Button, Select, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { may } from '../../care/may.ts';
import { dayOf } from '../../schedule/zone.ts';
import { type Outputs, useTRPC } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { useProfile } from '../frame/profile-context.ts';
import { useNotesAbout } from '../notes/notes-about.tsx';
import page from '../page.module.css';
import { CorrectDialog } from './correct-dialog.tsx';
import classes from './history.module.css';
import { HistoryLine } from './history-line.tsx';

export type HistoryEntry = Outputs['doses']['history']['items'][number];

/** What became of doses, day by day, with every correction; the address says of which medicine. */
export function HistoryPage() {
  const profile = useProfile();
  const trpc = useTRPC();
  const [search, setSearch] = useSearchParams();
  const [correcting, setCorrecting] = useState<HistoryEntry>();
  const medicationId = search.get('medicine');
  const medicines = useQuery(trpc.medications.list.queryOptions({ profileId: profile.id }));
  const list = useInfiniteQuery(
    trpc.doses.history.infiniteQueryOptions(
      { profileId: profile.id, medicationId },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const { data, error } = list;
  const notes = useNotesAbout();
  usePageTitle('Dose history');
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void list.refetch()} /> : <LoadingState />;
  const entries = data.pages.flatMap(({ items }) => items);
  const days = Map.groupBy(entries, ({ actualAt }) => dayOf(profile.timeZone, Date.parse(actualAt)));
  const filter = (
    <Select
      aria-label="Medicine"
      placeholder={medicationId ? 'One medicine' : 'All medicines'}
      size="md"
      clearable
      data={(medicines.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={medicationId}
      onChange={(id) => setSearch(id ? { medicine: id } : {}, { replace: true })}
    />
  );
  const unnamed = medicines.isLoadingError && (
    <PartFailed query={medicines}>
      The medicines to choose from could not be read
      {medicationId && ', and this is the history of one of them'}.
    </PartFailed>
  );
  const canCorrect = may(profile, 'medications', 'log');
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>Dose history</Title>
        {!profile.isPlain && filter}
      </div>
      {unnamed}
      {notes.failed}
      {entries.length === 0 && (
        <EmptyState
          title="Nothing here yet"
          action={
            <Button component={Link} href={`/p/${profile.id}/`} size="md">
              Today
            </Button>
          }
        >
          <p>Every dose that somebody records stands here, with who and when.</p>
        </EmptyState>
      )}
      {[...days].map(([day, lines]) => (
        <section key={day}>
          <h2 className={classes.day}>{formatDate(day, 'weekday')}</h2>
          <ul className={classes.list}>
            {lines.map((entry) => (
              <li key={entry.id}>
                <HistoryLine
                  entry={entry}
                  notes={notes.of(entry.id)}
                  zone={profile.timeZone}
                  onCorrect={canCorrect && !entry.error ? () => setCorrecting(entry) : undefined}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <NextPage query={list} size="md">
        Show earlier ones
      </NextPage>
      {profile.isPlain && <Disclosure label="Only one medicine">{filter}</Disclosure>}
      {correcting && (
        <CorrectDialog
          profileId={profile.id}
          zone={profile.timeZone}
          entry={correcting}
          name={correcting.medicationName}
          onClose={() => setCorrecting(undefined)}
        />
      )}
    </div>
  );
}
