import type { MutantArea } from '../mutant.ts';

const tables = 'apps/boardofone/db/migrations/20261122T0047_questions_after_the_end/up.sql';
const followUps = 'apps/boardofone/server/follow-ups/';
const test = `${followUps}follow-ups.db.test.ts`;

export const boardAfterwards: MutantArea = {
  title: 'Questions after a session of Board of One',
  mutants: [
    {
      id: 'afterwards-too-early',
      without: 'a question is put to a session that has no memo',
      file: tables,
      find: "raise exception 'this session is not complete' using errcode = 'check_violation';",
      replace: 'return new;',
      test,
    },
    {
      id: 'afterwards-answer-rewritten',
      without: 'an answer is written anew',
      file: tables,
      find: "raise exception 'this question is answered' using errcode = 'check_violation';",
      replace: 'return new;',
      test,
    },
    {
      id: 'afterwards-consent',
      without: 'models answer after consent is withdrawn',
      file: `${followUps}admit-follow-up.ts`,
      find: "  if (!(await readStanding(tx, userId)).consentAt) return 'no_consent';\n",
      replace: '',
      test,
    },
    {
      id: 'afterwards-consent-asked',
      without: 'a question is taken without consent',
      file: `${followUps}ask.ts`,
      find: '    requireConsent(await lockAccount(tx, userId));\n',
      replace: '',
      test,
    },
    {
      id: 'afterwards-cap',
      without: 'questions cost more than is left under the cap',
      file: `${followUps}admit-follow-up.ts`,
      find: 'parseUsd(worst) > (await moneyLeft(tx, session))',
      replace: 'false',
      test,
    },
    {
      id: 'afterwards-together',
      without: 'each question may cost what is left, however many there are',
      file: `${followUps}money-left.ts`,
      find: " + parseUsd(row?.taken ?? '0')",
      replace: '',
      test,
    },
    {
      id: 'afterwards-quota',
      without: 'questions go on beyond the share of the day',
      file: `${followUps}admit-follow-up.ts`,
      find: "if (!isAllowed) return 'daily_quota';",
      replace: "if (isAllowed === null) return 'daily_quota';",
      test,
    },
    {
      id: 'afterwards-quota-released',
      without: 'what an answer did not use stays taken',
      file: `${followUps}settle-follow-up.ts`,
      find: '  await releaseCall(tx, asked.id);\n',
      replace: '',
      test,
    },
    {
      id: 'afterwards-retry-twice',
      without: 'asking again five times asks five times',
      file: `${followUps}retry.ts`,
      find: "if (followUp.status !== 'failed') return session.id;",
      replace: "if (followUp.status === 'answered') return session.id;",
      test,
    },
    {
      id: 'afterwards-late-cost',
      without: 'an answer whose session is gone costs nothing',
      file: `${followUps}settle-follow-up.ts`,
      find: '    .where(and(eq(followUps.id, asked.id), eq(followUps.userId, asked.userId)));\n  await charge(tx, asked, finish);\n}\n\nasync function charge',
      replace:
        '    .where(and(eq(followUps.id, asked.id), eq(followUps.userId, asked.userId)));\n}\n\nasync function charge',
      test,
    },
    {
      id: 'afterwards-others-words',
      without: 'a seat is told what others were asked',
      file: `${followUps}prepare-follow-up.ts`,
      find: 'seatId ? eq(followUps.seatId, seatId) : isNull(followUps.seatId)',
      replace: 'seatId ? undefined : isNull(followUps.seatId)',
      test,
    },
    {
      id: 'afterwards-marks',
      without: 'a question closes the mark that it stands in',
      file: 'apps/boardofone/prompts/follow-up.ts',
      find: "quoted('question', question)",
      replace: '`<question>\\n${question}\\n</question>`',
      test,
    },
    {
      id: 'afterwards-given-up',
      without: 'a question whose job has died waits for ever',
      file: `${followUps}follow-up-job.ts`,
      find: '  givenUp: followUpGivenUpJob,\n',
      replace: '',
      test: `${followUps}give-up-follow-up.db.test.ts`,
    },
  ],
};
