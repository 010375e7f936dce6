import type { MutantArea } from '../mutant.ts';

const server = 'apps/grace/server/';
const queue = 'packages/shared-db/src/jobs/open-job-queue.ts';
const queueTest = 'packages/shared-db/src/jobs/open-job-queue.db.test.ts';
const limits = `${server}limits.db.test.ts`;
const file = `${server}import/read-file.test.ts`;

/** What one account may not take from the others, or hide from its owner. */
export const crowds: MutantArea = {
  title: 'Accounts that want everything',
  mutants: [
    {
      id: 'queue-no-pause',
      without: 'a queue does one job in two seconds where many were added at once',
      file: queue,
      find: '.finally(() => wake(queue.name))',
      replace: '',
      test: queueTest,
    },
    {
      id: 'queue-place-free',
      without: 'one person has all the places of a queue',
      file: queue,
      find: '          ...(concurrency > 1 && { localGroupConcurrency: perPerson }),\n',
      replace: '',
      test: queueTest,
    },
    {
      id: 'notices-in-turn',
      without: 'whoever has thousands of notices keeps those of others waiting',
      file: `${server}jobs/notice-jobs.ts`,
      find: '.orderBy(asc(places.place), asc(places.sendAt))',
      replace: '.orderBy(asc(places.sendAt))',
      test: `${server}notices/reminders.db.test.ts`,
    },
    {
      id: 'import-broken-lines',
      without: 'what is wrong with each of many thousands of lines is kept',
      file: `${server}import/record-schema.ts`,
      find: '      if (broken === brokenLinesMax) break;\n',
      replace: '',
      test: file,
    },
    {
      id: 'import-lists',
      without: 'a list is read before its length is looked at, and a small file stops the server',
      file: `${server}import/parse-json.ts`,
      find: "throw refusal(path, 'There are too many here.');",
      replace: 'void 0;',
      test: file,
    },
    {
      id: 'import-many-medicines',
      without: 'a file brings more medicines than anybody can add',
      file: `${server}import/read-file.ts`,
      find: 'taken.length > medicinesMax',
      replace: 'false',
      test: file,
    },
    {
      id: 'import-many-doses',
      without: 'a file plans any number of doses for a day',
      file: `${server}import/read-file.ts`,
      find: 'mostDosesADay(versions) > dosesADayMax',
      replace: 'false',
      test: file,
    },
    {
      id: 'doses-a-day',
      without: 'tens of thousands of doses are planned for a day',
      file: `${server}medications/assert-days-fit.ts`,
      find: '<= dosesADayMax) return;',
      replace: '>= 0) return;',
      test: limits,
    },
    {
      id: 'doses-a-day-at-once',
      without: 'requests at once plan more doses than a day may have',
      file: `${server}medications/assert-days-fit.ts`,
      find: '  await lockMedication(tx, { profileId, medicationId: profileId });\n',
      replace: '',
      test: limits,
    },
    {
      id: 'few-profiles',
      without: 'one account holds any number of records',
      file: `${server}profiles/assert-few.ts`,
      find: '(row?.held ?? 0) > profilesMax',
      replace: 'false',
      test: limits,
    },
    {
      id: 'few-profiles-by-file',
      without: 'files bring any number of records',
      file: `${server}import/import-record.ts`,
      find: '    await assertFewProfiles(tx, ctx);\n',
      replace: '',
      test: limits,
    },
    {
      id: 'limits-at-once',
      without: 'requests at once all are the last that a limit allows',
      file: `${server}care/lock-caller.ts`,
      find: "  await tx.select({ id: users.id }).from(users).where(eq(users.id, user.id)).for('no key update');\n",
      replace: '',
      test: limits,
    },
    {
      id: 'card-links-few',
      without: 'any number of links opens a card',
      file: `${server}emergency-card/create-link.ts`,
      find: '(row?.standing ?? 0) > standingMax',
      replace: 'false',
      test: limits,
    },
    {
      id: 'card-links-shown',
      without: 'a link that works is hidden behind links that do not',
      file: `${server}emergency-card/list-links.ts`,
      find: '.orderBy(desc(stands), desc(cardLinks.createdAt), desc(cardLinks.id))',
      replace: '.orderBy(desc(cardLinks.id))',
      test: limits,
    },
    {
      id: 'feeds-shown',
      without: 'a calendar that works is hidden behind calendars that do not',
      file: `${server}feeds/list.ts`,
      find: 'sql`${calendarFeeds.revokedAt} is not null`, ',
      replace: '',
      test: limits,
    },
    {
      id: 'invitations-shown',
      without: 'an invitation that waits is hidden behind others that do not',
      file: `${server}invitations/list.ts`,
      find: '.orderBy(desc(isPending), desc(invitations.createdAt), desc(invitations.id))',
      replace: '.orderBy(desc(invitations.id))',
      test: limits,
    },
  ],
};
