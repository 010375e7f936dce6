import type { MutantArea } from '../mutant.ts';

const migration = 'packages/shared-db/db/migrations/20261121T2053_model_quota_in_money/up.sql';
const test = 'packages/ai/src/quota/reserve-call.db.test.ts';
const chidi = 'apps/chidi/server/';

export const modelQuota: MutantArea = {
  title: 'Shares of the language model',
  mutants: [
    {
      id: 'quota-one-at-a-time',
      without: 'calls that begin in one instant all take the last of a share',
      file: migration,
      find: `  perform 1 from public.users where id = app.user_id() for no key update;
`,
      replace: '',
      test,
    },
    {
      id: 'quota-under-way',
      without: 'calls under way count only once they have ended',
      file: migration,
      find: 'select tokens, cost_usd from app.model_reservations',
      replace: 'select 0, 0 from app.model_reservations',
      test,
    },
    {
      id: 'quota-output',
      without: 'what a model writes costs nothing',
      file: migration,
      find: ' + coalesce(output_tokens, 0)',
      replace: '',
      test,
    },
    {
      id: 'quota-input',
      without: 'what a model reads costs nothing',
      file: migration,
      find: 'coalesce(input_tokens, 0)::bigint + ',
      replace: '',
      test,
    },
    {
      id: 'quota-day',
      without: 'a share that is used up never comes back',
      file: migration,
      find: ' and created_at >= v_day',
      replace: '',
      test,
    },
    {
      id: 'quota-limit',
      without: 'a call begins though nothing is left',
      file: migration,
      find: 'v_tokens >= p_tokens_limit',
      replace: 'v_tokens > p_tokens_limit',
      test,
    },
    {
      id: 'quota-dollars',
      without: 'what a model costs has no limit',
      file: migration,
      find: ' or v_cost >= p_cost_limit',
      replace: '',
      test,
    },
    {
      id: 'quota-dollars-spent',
      without: 'calls that have ended cost nothing',
      file: migration,
      find: 'coalesce(cost_usd, 0) from public.model_usage',
      replace: '0 from public.model_usage',
      test,
    },
    {
      id: 'quota-dollars-under-way',
      without: 'calls under way cost nothing until they have ended',
      file: 'packages/ai/src/quota/reserve-call.ts',
      find: "models.priceOf({ inputTokens, outputTokens, model }) ?? '0'",
      replace: "'0'",
      test,
    },
    {
      id: 'quota-expires',
      without: 'what a killed process had reserved is lost for the day',
      file: migration,
      find: '(expires_at <= now() or id = p_id)',
      replace: 'id = p_id',
      test,
    },
    {
      id: 'quota-twice',
      without: 'a call that is tried again is refused',
      file: migration,
      find: '(expires_at <= now() or id = p_id)',
      replace: 'expires_at <= now()',
      test,
    },
    {
      id: 'quota-released',
      without: 'what a call did not use stays taken',
      file: 'packages/shared-db/db/migrations/20261121T1518_model_quota/up.sql',
      find: 'where id = p_id and user_id = app.user_id() $$',
      replace: 'where false $$',
      test,
    },
    {
      id: 'quota-question',
      without: 'a question is asked beyond the share of the day',
      file: `${chidi}messages/refuse-excess.ts`,
      find: `  if (retryAfterMs !== undefined) throw new AppError('QUOTA_EXCEEDED', { retryAfterMs });
`,
      replace: '',
      test: `${chidi}messages/quota.db.test.ts`,
    },
    {
      id: 'quota-answer-released',
      without: 'an answer that has ended counts as it might have become',
      file: `${chidi}answers/run-answer.ts`,
      find: `    await releaseCall(tx, answerId);
`,
      replace: '',
      test: `${chidi}messages/quota.db.test.ts`,
    },
    {
      id: 'quota-turn-released',
      without: 'a turn of the companion that has ended counts as it might have become',
      file: 'apps/grace/server/turns/run-turn.ts',
      find: `    await releaseCall(tx, answer.id);
`,
      replace: '',
      test: 'apps/grace/server/turns/quota.db.test.ts',
    },
  ],
};
