import type { MutantArea } from '../mutant.ts';

const server = 'apps/grace/server/';
const tables = 'apps/grace/db/migrations/20261121T1840_notices_and_calendar_feeds/up.sql';
const signed = 'apps/grace/db/migrations/20261121T1902_who_recorded_signs_by_name/up.sql';

export const graceReminders: MutantArea = {
  title: 'Reminders and calendars of GRACE',
  mutants: [
    {
      id: 'notice-logged',
      without: 'somebody is told of a dose that was logged',
      file: `${server}notices/still-needed.ts`,
      find: `  if (logged) return false;
`,
      replace: '',
      test: `${server}notices/reminders.db.test.ts`,
    },
    {
      id: 'notice-seen-to',
      without: 'the next is told although somebody sees to it',
      file: `${server}notices/still-needed.ts`,
      find: '  return seenTo === undefined;',
      replace: '  return true;',
      test: `${server}notices/reminders.db.test.ts`,
    },
    {
      id: 'notice-held',
      without: 'somebody is told of a dose that is on hold',
      file: `${server}notices/still-needed.ts`,
      find: 'if (!dose || dose.isHeld)',
      replace: 'if (!dose)',
      test: `${server}notices/reminders.db.test.ts`,
    },
    {
      id: 'notice-over',
      without: 'a reminder comes when its time is over',
      file: `${server}notices/still-needed.ts`,
      find: `  if (notice.kind === 'dose_due' && now > planned + dueMs) return false;
`,
      replace: '',
      test: `${server}notices/reminders.db.test.ts`,
    },
    {
      id: 'notice-mine',
      without: 'a job tells a notice of somebody else',
      file: `${server}notices/take-notice.ts`,
      find: `    .where(and(eq(notices.id, noticeId), eq(notices.userId, userId)))
`,
      replace: `    .where(eq(notices.id, noticeId))
`,
      test: `${server}notices/reminders.db.test.ts`,
    },
    {
      id: 'notice-device-once',
      without: 'a job that runs again tells a device twice',
      file: `${server}notices/send-job.ts`,
      find: 'const tried = new Set(pushedTo);',
      replace: 'const tried = new Set<string>();',
      test: `${server}notices/reminders.db.test.ts`,
    },
    {
      id: 'notice-try-again',
      without: 'a device that was out of reach hears nothing',
      file: `${server}notices/send-job.ts`,
      find: `    if (isUnreached) throw new AppError('UNAVAILABLE');
`,
      replace: '',
      test: `${server}notices/reminders.db.test.ts`,
    },
    {
      id: 'notice-plan-once',
      without: 'a notice that is planned again is told again',
      file: `${server}notices/plan-job.ts`,
      find: '    .onConflictDoNothing();',
      replace:
        "    .onConflictDoUpdate({ target: [notices.profileId, notices.userId, notices.key], set: { status: 'waiting', pushedTo: [] } });",
      test: `${server}notices/reminders.db.test.ts`,
    },
    {
      id: 'notice-discreet',
      without: 'a locked screen names a medicine',
      file: `${server}notices/take-notice.ts`,
      find: 'person.isDiscreet ? undefined : (person.medicationName ?? undefined)',
      replace: 'person.medicationName ?? undefined',
      test: `${server}notices/reminders.db.test.ts`,
    },
    {
      id: 'notice-scope',
      without: 'whoever lost the medicines reads what they were told of them',
      file: signed,
      find: `USING (("grace"."notices"."user_id" = (select app.user_id()) and "grace"."notices"."medication_id" is null and "grace"."notices"."profile_id" = any (array(select grace.visible_profiles()))) or ("grace"."notices"."medication_id" is not null and "grace"."notices"."profile_id" = any (array(select grace.profiles_within('medications', 'view')))));`,
      replace: 'USING ("grace"."notices"."profile_id" = any (array(select grace.visible_profiles())));',
      test: `${server}attacks.db.test.ts`,
    },
    {
      id: 'notice-devices',
      without: 'one account makes the server post to any number of addresses',
      file: `${server}push/add.ts`,
      find: `    if ((others?.devices ?? 0) >= devicesMax)
`,
      replace: `    if (false)
`,
      test: `${server}attacks.db.test.ts`,
    },
    {
      id: 'digest-once',
      without: 'a job that runs again mails a digest twice',
      file: `${server}notices/digest-job.ts`,
      find: ' || settings.nextAt > at) return;',
      replace: ') return;',
      test: `${server}notices/digest.db.test.ts`,
    },
    {
      id: 'feed-ended',
      without: 'a calendar is read after it was ended',
      file: tables,
      find: ' and revoked_at is null',
      replace: '',
      test: `${server}feeds/feeds.db.test.ts`,
    },
    {
      id: 'feed-secret',
      without: 'a calendar opens without its secret',
      file: tables,
      find: ' and secret_hash = p_secret_hash',
      replace: '',
      test: `${server}feeds/feeds.db.test.ts`,
    },
    {
      id: 'feed-holder',
      without: 'a caregiver who makes a calendar is not told why they cannot',
      file: `${server}feeds/create.ts`,
      find: `    await assertHolder(tx, ctx, profileId);
`,
      replace: '',
      test: `${server}feeds/feeds.db.test.ts`,
    },
    {
      id: 'feed-discreet',
      without: 'a calendar names what it was to keep to itself',
      file: `${server}feeds/calendar-of.ts`,
      find: 'renderCalendar({ ...facts, isDiscreet })',
      replace: 'renderCalendar({ ...facts, isDiscreet: isDiscreet && false })',
      test: `${server}feeds/feeds.db.test.ts`,
    },
    {
      id: 'push-session',
      without: 'a browser that was signed out goes on getting messages',
      file: `${server}push/devices.ts`,
      find: `
    .where(isSignedIn)`,
      replace: '',
      test: `${server}push/ended-session.db.test.ts`,
    },
    {
      id: 'alert-told-level',
      without: 'whoever only looks on is told of an emergency',
      file: `${server}alerts/alerted.ts`,
      find: `  inArray(caregivers.level, ['log', 'manage']),
`,
      replace: '',
      test: `${server}alerts/told.db.test.ts`,
    },
    {
      id: 'alert-told-scope',
      without: 'a nurse for medicines is told of an emergency in a conversation',
      file: `${server}alerts/alerted.ts`,
      find: "  sql`${caregivers.scopes} && array['emergency_card', 'chat_summaries', 'chat_transcripts']`,",
      replace: '',
      test: `${server}alerts/told.db.test.ts`,
    },
    {
      id: 'alert-told-open',
      without: 'somebody is told of an emergency that another one has seen to',
      file: `${server}notices/still-needed.ts`,
      find: `        isNull(safetyAlerts.acknowledgedAt),
`,
      replace: '',
      test: `${server}alerts/told.db.test.ts`,
    },
  ],
};
