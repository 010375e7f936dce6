import { EmptyState, ErrorState, LoadingState, useOnline, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { Link, Redirect } from 'wouter';
import { may } from '../../care/may.ts';
import type { Profile } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { AsNeededSection } from './as-needed-section.tsx';
import { DoneList } from './done-list.tsx';
import { DoseSection } from './dose-section.tsx';
import { EffectQuestions } from './effect-questions.tsx';
import { Notices } from './notices.tsx';
import { PlainToday } from './plain-today.tsx';
import { RefusedReports } from './refused-reports.tsx';
import classes from './today.module.css';
import { TodayActions } from './today-actions.tsx';
import type { Today } from './today-from.ts';
import { todayStatus } from './today-status.ts';
import { useKeepFocus } from './use-keep-focus.ts';
import { useSettling } from './use-settling.ts';
import { useToday } from './use-today.ts';
import { type Words, wordsFor } from './words.ts';

/** What a tired caregiver needs at seven in the morning: what to give now, in one tap, and what was given. */
export function TodayPage() {
  const profile = useProfile();
  // Somebody who was let into something else begins with what everybody in the person's care sees.
  if (!may(profile, 'medications', 'view')) return <Redirect to={`/p/${profile.id}/person`} replace />;
  return <TodayOf profile={profile} />;
}

function TodayOf({ profile }: { profile: Profile }) {
  const { today, error, refetch, serverNow, readBefore } = useToday(profile.id);
  usePageTitle('Today');
  const container = useKeepFocus(today);
  const open = [...(today?.overdue ?? []), ...(today?.due ?? [])];
  // The list moves as well when the word comes or goes that there is no connection.
  const isSettling = useSettling(`${open.map(({ key }) => key).join()} ${useOnline()}`);
  if (!today) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const words = wordsFor(profile);
  if (today.isEmpty)
    return <NothingPlanned profileId={profile.id} canAdd={may(profile, 'medications', 'manage')} />;
  return (
    <TodayActions
      profile={profile}
      zone={today.zone}
      serverNow={serverNow}
      readBefore={readBefore}
      words={words}
      isSettling={isSettling}
    >
      <div className={`${page.page} ${classes.today}`} ref={container}>
        <div>
          <Title order={1} tabIndex={-1}>
            {formatDate(today.localDate, 'weekday')}
          </Title>
          <p className={classes.status}>{todayStatus(today, words)}</p>
        </div>
        <Notices today={today} />
        <RefusedReports today={today} isPlain={profile.isPlain} />
        {profile.isPlain ? (
          <PlainToday today={today} words={words} />
        ) : (
          <WholeToday today={today} words={words} />
        )}
      </div>
    </TodayActions>
  );
}

function WholeToday({ today, words }: { today: Today; words: Words }) {
  return (
    <>
      <DoseSection title={words.overdue} doses={today.overdue} today={today} tone="overdue" />
      <DoseSection title={words.due} doses={today.due} today={today} tone="due" />
      <DoseSection title={words.missed} doses={today.missed} today={today} tone="missed" />
      <EffectQuestions today={today} />
      <AsNeededSection title={words.asNeeded} today={today} />
      <DoseSection title={words.later} doses={today.later} today={today} tone="later" />
      <DoneList title={words.done} today={today} />
      <DoseSection title={words.held} doses={today.held} today={today} tone="held" />
    </>
  );
}

function NothingPlanned({ profileId, canAdd }: { profileId: string; canAdd: boolean }) {
  return (
    <EmptyState
      title="No medicines yet"
      action={
        canAdd && (
          <Button component={Link} href={`/p/${profileId}/medications/new`} size="md">
            Add a medicine
          </Button>
        )
      }
    >
      <p>Once there is one, this page says what to give and when, and keeps what was given.</p>
    </EmptyState>
  );
}
