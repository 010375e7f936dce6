import type { MutantArea } from '../mutant.ts';

const server = 'apps/grace/server/';
const tables = 'apps/grace/db/migrations/20261121T1748_the_companion/up.sql';
const seen = 'apps/grace/db/migrations/20261121T1844_summaries_are_seen_before_they_are_shared/up.sql';
const signed = 'apps/grace/db/migrations/20261121T1902_who_recorded_signs_by_name/up.sql';

export const graceCompanion: MutantArea = {
  title: 'The companion of GRACE',
  mutants: [
    {
      id: 'safety-rules',
      without: 'whether an emergency is noticed depends on a model',
      file: `${server}turns/say.ts`,
      find: 'const trigger = findTrigger(input.content);',
      replace: 'const trigger = undefined as SafetyTrigger | undefined;',
      test: `${server}turns/safety.db.test.ts`,
    },
    {
      id: 'safety-alert',
      without: 'nobody is told of an emergency',
      file: `${server}turns/say.ts`,
      find: `  await tx.insert(safetyAlerts).values({ id, profileId, turnId: input.id, ...trigger });
  await tellAlert(tx, { id, profileId, at });
`,
      replace: '',
      test: `${server}turns/safety.db.test.ts`,
    },
    {
      id: 'safety-words',
      without: 'caregivers read in an alert what was said',
      file: `${server}turns/say.ts`,
      find: 'turnId: input.id, ...trigger }',
      replace: 'turnId: input.id, ...trigger, phrase: input.content }',
      test: `${server}turns/safety.db.test.ts`,
    },
    {
      id: 'safety-sent-again',
      without: 'words that are sent again raise another alert',
      file: `${server}turns/say.ts`,
      find: `  if (said) return said;
`,
      replace: '',
      test: `${server}turns/safety.db.test.ts`,
    },
    {
      id: 'alert-level',
      without: 'somebody who may only look is not told that they cannot see to it',
      file: `${server}alerts/acknowledge.ts`,
      find: "if (!isHolder && level === 'view')",
      replace: 'if (false)',
      test: `${server}turns/safety.db.test.ts`,
    },
    {
      id: 'alert-once',
      without: 'the second who sees to an alert takes it over past the server',
      file: signed,
      find: `  if old.acknowledged_at is not null then return null; end if;
`,
      replace: '',
      test: `${server}attacks.db.test.ts`,
    },
    {
      id: 'alert-name',
      without: 'somebody sees to an alert in the name of another',
      file: signed,
      find: `  new.acknowledged_name := coalesce(grace.name_of_caller(new.profile_id), new.acknowledged_name);
`,
      replace: '',
      test: `${server}attacks.db.test.ts`,
    },
    {
      id: 'change-name',
      without: 'a medicine is changed in the name of another',
      file: signed,
      find: `  new.actor_name := coalesce(grace.name_of_caller(new.profile_id), new.actor_name);
`,
      replace: '',
      test: `${server}attacks.db.test.ts`,
    },
    {
      id: 'companion-plan',
      without: 'a model answers about medicines',
      file: `${server}turns/say.ts`,
      find: 'const isDose = asksAboutMedicine(input.content, medicines);',
      replace: 'const isDose = false;',
      test: `${server}turns/safety.db.test.ts`,
    },
    {
      id: 'companion-share',
      without: 'a model speaks beyond the share of the day',
      file: `${server}turns/refuse-excess.ts`,
      find: `  if (retryAfterMs !== undefined) throw new AppError('QUOTA_EXCEEDED', { retryAfterMs });
`,
      replace: '',
      test: `${server}turns/safety.db.test.ts`,
    },
    {
      id: 'companion-one-voice',
      without: 'the companion speaks twice at once',
      file: `${server}turns/refuse-excess.ts`,
      find: `  if (speaking)
`,
      replace: `  if (false)
`,
      test: `${server}turns/say.db.test.ts`,
    },
    {
      id: 'companion-ended',
      without: 'talk goes on in a conversation that has ended',
      file: `${server}turns/lock-session.ts`,
      find: `  if (session.endedAt)
`,
      replace: `  if (false)
`,
      test: `${server}turns/say.db.test.ts`,
    },
    {
      id: 'companion-sent-again',
      without: 'words that are sent again are said twice',
      file: `${server}turns/say.ts`,
      find: `  if (there) return { said: there, isForModel: false, profileId };
`,
      replace: '',
      test: `${server}turns/say.db.test.ts`,
    },
    {
      id: 'companion-rules',
      without: 'the companion says whatever a model writes',
      file: `apps/grace/companion/speak.ts`,
      find: ' || this.#breaks(sentence)',
      replace: '',
      test: `${server}turns/say.db.test.ts`,
    },
    {
      id: 'companion-medicine',
      without: 'the companion speaks of medicines',
      file: `apps/grace/companion/rules.ts`,
      find: `  if (speaksOfMedicine(sentence, context.medicines)) return 'medicine';
`,
      replace: '',
      test: 'apps/grace/companion/rules.test.ts',
    },
    {
      id: 'companion-quiz',
      without: 'the companion asks what somebody has forgotten',
      file: `apps/grace/companion/rules.ts`,
      find: `  if (quizzes.some((quiz) => quiz.test(sentence))) return 'quiz';
`,
      replace: '',
      test: 'apps/grace/companion/rules.test.ts',
    },
    {
      id: 'companion-contradicts',
      without: 'the companion says that somebody is wrong',
      file: `apps/grace/companion/rules.ts`,
      find: `  if (contradictions.some((contradiction) => contradiction.test(sentence))) return 'contradiction';
`,
      replace: '',
      test: 'apps/grace/companion/rules.test.ts',
    },
    {
      id: 'companion-invents',
      without: 'the companion makes up people of a life',
      file: `apps/grace/companion/rules.ts`,
      find: `  if (isInvented(sentence, context.known)) return 'invented';
`,
      replace: '',
      test: 'apps/grace/companion/rules.test.ts',
    },
    {
      id: 'companion-avoided',
      without: 'the companion brings up what is to be left alone',
      file: `apps/grace/companion/rules.ts`,
      find: `  if (avoided.some((term) => mentions(sentence, [term]) && !mentions(lastSaid, [term]))) return 'avoided';
`,
      replace: '',
      test: 'apps/grace/companion/rules.test.ts',
    },
    {
      id: 'companion-avoided-told',
      without: 'a model is told of what is to be left alone',
      file: `${server}turns/build-request.ts`,
      find: 'const isWelcome = (text: string) => !mentions(text, avoided);',
      replace: 'const isWelcome = (_text: string) => true;',
      test: `${server}turns/say.db.test.ts`,
    },
    {
      id: 'companion-avoided-offer',
      without: 'what is to be left alone is offered',
      file: `apps/grace/companion/suggest.ts`,
      find: '!isAvoidedTopic(topicId) && !mentions(',
      replace: '!isAvoidedTopic(topicId) || !mentions(',
      test: 'apps/grace/companion/suggest.test.ts',
    },
    {
      id: 'companion-silence',
      without: 'the companion has nothing to say',
      file: `${server}turns/spoken.ts`,
      find: 'if (speech.isSilent) {',
      replace: 'if (false) {',
      test: `${server}turns/say.db.test.ts`,
    },
    {
      id: 'summary-seen',
      without: 'a summary is shared before the person saw it, past the server',
      file: seen,
      find: '"grace"."session_summaries"."seen_at" is not null and ',
      replace: '',
      test: `${server}sessions/sessions.db.test.ts`,
    },
    {
      id: 'summary-seen-told',
      without: 'whoever shares a summary unseen is told nothing',
      file: `${server}summaries/share.ts`,
      find: `    if (!summary.seenAt)
`,
      replace: `    if (false)
`,
      test: `${server}sessions/sessions.db.test.ts`,
    },
    {
      id: 'summary-kept',
      without: 'a caregiver reads a summary that was not shared',
      file: tables,
      find: ' and "grace"."session_summaries"."shared_at" is not null',
      replace: '',
      test: `${server}sessions/sessions.db.test.ts`,
    },
    {
      id: 'summary-holder',
      without: 'a caregiver shares a summary and is told that it is done',
      file: `${server}summaries/share.ts`,
      find: `    await assertHolder(tx, ctx, profileId);
`,
      replace: '',
      test: `${server}sessions/sessions.db.test.ts`,
    },
    {
      id: 'summary-sources',
      without: 'a model says what nobody said',
      file: `apps/grace/companion/summary.ts`,
      find: "turnIds.length > 0 && text.trim() !== ''",
      replace: "text.trim() !== ''",
      test: 'apps/grace/companion/summary.test.ts',
    },
    {
      id: 'transcript-line',
      without: 'a transcript is read without a line in the access log',
      file: `${server}sessions/by-id.ts`,
      find: `    await openRecord(tx, ctx, { profileId, resource: 'chat_transcripts', resourceId: id });
`,
      replace: '',
      test: `${server}sessions/sessions.db.test.ts`,
    },
    {
      id: 'transcript-speak',
      without: 'a caregiver speaks in a conversation',
      file: tables,
      find: 'FOR INSERT TO "authenticated" WITH CHECK ("grace"."chat_turns"."profile_id" = any (array(select grace.held_profiles())))',
      replace:
        'FOR INSERT TO "authenticated" WITH CHECK ("grace"."chat_turns"."profile_id" = any (array(select grace.visible_profiles())))',
      test: `${server}attacks.db.test.ts`,
    },
  ],
};
