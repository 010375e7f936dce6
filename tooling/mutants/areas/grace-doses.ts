import type { MutantArea } from '../mutant.ts';

const doses = 'apps/grace/server/doses/';
const attacks = 'apps/grace/server/attacks.db.test.ts';
const log = 'apps/grace/db/migrations/20261121T1759_dose_log/up.sql';
const signed = 'apps/grace/db/migrations/20261121T1902_who_recorded_signs_by_name/up.sql';

export const graceDoses: MutantArea = {
  title: 'The dose log of GRACE',
  mutants: [
    {
      id: 'logged-slot',
      without: 'a planned dose is given twice',
      file: log,
      find: 'CREATE UNIQUE INDEX "dose_log_slot_idx"',
      replace: 'CREATE INDEX "dose_log_slot_idx"',
      test: `${doses}log.db.test.ts`,
    },
    {
      id: 'logged-level',
      without: 'somebody who may only look logs a dose past the server',
      file: log,
      find: `FOR INSERT TO "authenticated" WITH CHECK ("grace"."dose_log"."profile_id" = any (array(select grace.profiles_within('medications', 'log'))))`,
      replace: `FOR INSERT TO "authenticated" WITH CHECK ("grace"."dose_log"."profile_id" = any (array(select grace.profiles_within('medications', 'view'))))`,
      test: `${doses}log.db.test.ts`,
    },
    {
      id: 'logged-level-told',
      without: 'somebody who may only look is not told why they cannot log',
      file: `${doses}report-dose.ts`,
      find: `    await assertWithin(tx, ctx, profileId, 'medications', 'log');
`,
      replace: '',
      test: `${doses}log.db.test.ts`,
    },
    {
      id: 'logged-by',
      without: 'somebody logs a dose in the name of another',
      file: log,
      find: '"override_reason", "replaces_id"), UPDATE',
      replace: '"override_reason", "replaces_id", "recorded_by"), UPDATE',
      test: `${doses}log.db.test.ts`,
    },
    {
      id: 'logged-at',
      without: 'somebody says when they recorded a dose',
      file: log,
      find: '"override_reason", "replaces_id"), UPDATE',
      replace: '"override_reason", "replaces_id", "recorded_at"), UPDATE',
      test: `${doses}log.db.test.ts`,
    },
    {
      id: 'logged-sent-again',
      without: 'a report that is sent again is refused',
      file: `${doses}record.ts`,
      find: ' || (await isRecorded(tx, report))',
      replace: '',
      test: `${doses}log.db.test.ts`,
    },
    {
      id: 'logged-as-well',
      without: 'what the second of two says about one dose is lost',
      file: `${doses}record.ts`,
      find: `  if (report.status !== 'skipped') await keepBeside(tx, report, standing.id);
`,
      replace: '',
      test: `${doses}duplicates.db.test.ts`,
    },
    {
      id: 'logged-future',
      without: 'a dose is given tomorrow',
      file: `${doses}actual-time.ts`,
      find: `  if (actualAt.getTime() > now.getTime() + skewMs) throw refused('This time has not come yet.');
`,
      replace: '',
      test: `${doses}log.db.test.ts`,
    },
    {
      id: 'logged-skippable',
      without: 'a medicine that must not be left out is',
      file: `${doses}skip.ts`,
      find: '    await assertSkippable(tx, dose.medicationId, input.reason);\n',
      replace: '',
      test: `${doses}log.db.test.ts`,
    },
    {
      id: 'logged-old-plan',
      without: 'a dose of a plan that was changed meanwhile is given beside the new one',
      file: `${doses}planned-dose.ts`,
      find: 'isInForce(named, found.scheduledAt)',
      replace: 'true',
      test: `${doses}log.db.test.ts`,
    },
    {
      id: 'undo-seconds',
      without: 'an entry is taken back whenever somebody likes',
      file: log,
      find: ` and "grace"."dose_log"."recorded_at" > now() - interval '15 seconds'`,
      replace: '',
      test: `${doses}correct.db.test.ts`,
    },
    {
      id: 'undo-own',
      without: 'somebody takes back what another has recorded',
      file: log,
      find: ' and "grace"."dose_log"."recorded_by" = (select app.user_id())',
      replace: '',
      test: `${doses}correct.db.test.ts`,
    },
    {
      id: 'undo-reported',
      without: 'a dose is taken back that another reported as well',
      file: `${doses}undo.ts`,
      find: `    await refuseWithReports(tx, { profileId, id });
`,
      replace: '',
      test: `${doses}correct.db.test.ts`,
    },
    {
      id: 'error-stays',
      without: 'an entry that is wrong comes back',
      file: log,
      find: 'and "grace"."dose_log"."entered_in_error_at" is null) WITH CHECK',
      replace: ') WITH CHECK',
      test: `${doses}correct.db.test.ts`,
    },
    {
      id: 'error-columns',
      without: 'an entry is changed instead of corrected',
      file: log,
      find: 'UPDATE ("error_reason"), DELETE',
      replace: 'UPDATE ("error_reason", "amount", "status"), DELETE',
      test: `${doses}correct.db.test.ts`,
    },
    {
      id: 'error-by',
      without: 'nobody knows who marked an entry as wrong',
      file: signed,
      find: `  new.entered_in_error_by := app.user_id();
`,
      replace: '',
      test: `${doses}correct.db.test.ts`,
    },
    {
      id: 'error-once',
      without: 'a second correction overwrites the first',
      file: `${doses}correct.ts`,
      find: `    if (!wrong) return refuseUnlessRepeated(tx, input);
`,
      replace: `    if (!wrong) return;
`,
      test: `${doses}correct.db.test.ts`,
    },
    {
      id: 'prn-lock',
      without: 'two who give it at once pass the limit',
      file: `${doses}lock-medication.ts`,
      find: `  await tx.execute(sql\`select grace.lock_medication(\${profileId}::uuid, \${medicationId}::uuid)\`);
`,
      replace: '',
      test: `${doses}prn.db.test.ts`,
    },
    {
      id: 'prn-limit',
      without: 'any amount is recorded without a reason',
      file: `${doses}log-as-needed.ts`,
      find: `    if (isBeyond && overrideReason === undefined) throw beyondLimits(state);
`,
      replace: '',
      test: `${doses}prn.db.test.ts`,
    },
    {
      id: 'prn-override',
      without: 'nobody learns that a limit was passed',
      file: `${doses}log-as-needed.ts`,
      find: '    if (isBeyond) {',
      replace: '    if (false) {',
      test: `${doses}prn.db.test.ts`,
    },
    {
      id: 'prn-sent-again',
      without: 'a report that is sent again counts as one more',
      file: `${doses}log-as-needed.ts`,
      find: ' && !(await isRecorded(tx, input))',
      replace: '',
      test: `${doses}prn.db.test.ts`,
    },
    {
      id: 'prn-wrong',
      without: 'what is wrong in the log counts towards the limit',
      file: `${doses}prn-administrations.ts`,
      find: `        isNull(doseLog.enteredInErrorAt),
`,
      replace: '',
      test: `${doses}prn.db.test.ts`,
    },
    {
      id: 'prn-correction',
      without: 'a correction passes the limit and nobody learns of it',
      file: `${doses}correct.ts`,
      find: `      if (isBeyond) await auditOverride(tx, report);
`,
      replace: '',
      test: attacks,
    },
    {
      id: 'duplicate-once',
      without: 'a question that was answered is answered again past the server',
      file: log,
      find: 'and "grace"."duplicate_reports"."resolved_at" is null) WITH CHECK',
      replace: ') WITH CHECK',
      test: `${doses}duplicates.db.test.ts`,
    },
    {
      id: 'duplicate-answered',
      without: 'the second of two answers is taken for the first',
      file: `${doses}resolve-duplicate.ts`,
      find: `  throw new AppError('CONFLICT', { message: 'Somebody else has answered this already.' });
`,
      replace: '',
      test: `${doses}duplicates.db.test.ts`,
    },
    {
      id: 'duplicate-question',
      without: 'a dose that was given and skipped is asked about as given twice',
      file: `${doses}record.ts`,
      find: "if (report.status !== 'skipped') await",
      replace: 'await',
      test: `${doses}duplicates.db.test.ts`,
    },
    {
      id: 'logged-signature',
      without: 'the log forgets who gave a dose',
      file: signed,
      find: `  new.recorded_by_name := grace.name_of_caller(new.profile_id);
`,
      replace: '',
      test: attacks,
    },
    {
      id: 'corrected-skippable',
      without: 'a correction leaves out what must be taken',
      file: `${doses}correct.ts`,
      find: `  await assertSkippable(tx, wrong.medicationId, right.reason);
`,
      replace: '',
      test: `${doses}correct.db.test.ts`,
    },
  ],
};
