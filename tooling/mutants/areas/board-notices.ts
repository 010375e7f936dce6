import type { MutantArea } from '../mutant.ts';

const inUnsubscribe = 'apps/boardofone/server/unsubscribe/unsubscribe.db.test.ts';
const inReminders = 'apps/boardofone/server/outcomes/remind-reviews.db.test.ts';
const inTemplates = 'apps/boardofone/db/seed/load-mail-templates.db.test.ts';

export const boardNotices: MutantArea = {
  title: 'What Board of One tells its people',
  mutants: [
    {
      id: 'notices-template-changed',
      without: 'a wording that was sent is changed afterwards',
      file: 'apps/boardofone/db/migrations/20261122T0017_mails_in_versions/up.sql',
      find: "raise exception 'a version of a mail is never changed' using errcode = 'check_violation';",
      replace: 'return coalesce(new, old);',
      test: inTemplates,
    },
    {
      id: 'notices-template-reworded',
      without: 'the files say one thing and the mails another, under one number',
      file: 'apps/boardofone/db/seed/load-mail-templates.ts',
      find: 'if (reworded.length === 0) return;',
      replace: 'return;',
      test: inTemplates,
    },
    {
      id: 'notices-template-held',
      without: 'a mail that waited is worded in some version',
      file: 'apps/boardofone/server/notices/notice-mail-job.ts',
      find: 'eq(mailTemplates.version, notices.templateVersion)',
      replace: 'eq(mailTemplates.version, 1)',
      test: 'apps/boardofone/server/notices/notices.db.test.ts',
    },
    {
      id: 'notices-unsubscribe-by-get',
      without: 'a program that follows every link of a mail ends mails',
      file: 'apps/boardofone/server/unsubscribe/route.ts',
      find: 'answer: async () => askPage,',
      replace: 'answer: (request) => unsubscribeRoute.receive?.(request) ?? Promise.resolve(askPage),',
      test: inUnsubscribe,
    },
    {
      id: 'notices-unsubscribe-hashed',
      without: 'who reads the database can end mails',
      file: 'apps/boardofone/server/notices/notice-mail-job.ts',
      find: '.set({ unsubscribeHash: hashToken(token) })',
      replace: ".set({ unsubscribeHash: Buffer.from(token).toString('hex').slice(0, 64) })",
      test: inUnsubscribe,
    },
    {
      id: 'notices-switched-off',
      without: 'mails go on to who has ended them',
      file: 'apps/boardofone/server/notices/notice-mail-job.ts',
      find: 'if (!notice?.hasMails || ',
      replace: 'if (!notice || ',
      test: inUnsubscribe,
    },
    {
      id: 'notices-one-click',
      without: 'mail programs offer no one click to end mails',
      file: 'packages/api/src/identity/mailer.ts',
      find: ", 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'",
      replace: '',
      test: inUnsubscribe,
    },
    {
      id: 'notices-reminded-once',
      without: 'a review is told again whenever its owner changes a word',
      file: 'apps/boardofone/server/outcomes/record.ts',
      find: 'kept?.reviewOn !== reviewOn',
      replace: 'true',
      test: inReminders,
    },
    {
      id: 'notices-reminded-early',
      without: 'a job that came too early tells of a review',
      file: 'apps/boardofone/server/outcomes/remind-review-job.ts',
      find: 'and(mine, lte(outcomes.remindAt, now()))',
      replace: 'mine',
      test: inReminders,
    },
    {
      id: 'notices-reminded-reviewed',
      without: 'who has reviewed a decision is reminded of it',
      file: 'apps/boardofone/server/outcomes/resolve.ts',
      find: ', remindAt: null })',
      replace: ' })',
      test: inReminders,
    },
    {
      id: 'notices-reminded-zone',
      without: 'the day of a review begins when it does in UTC',
      file: 'apps/boardofone/server/outcomes/record.ts',
      find: 'at time zone ${timeZone}',
      replace: "at time zone 'UTC'",
      test: inReminders,
    },
  ],
};
