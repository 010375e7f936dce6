import type { MutantArea } from '../mutant.ts';

const tables = 'apps/boardofone/db/migrations/20261122T0109_rooms_as_rounds_left_them/up.sql';
const test = 'apps/boardofone/server/room/start.db.test.ts';

export const boardCheckpoints: MutantArea = {
  title: 'The checkpoints of Board of One',
  mutants: [
    {
      id: 'checkpoint-after-end',
      without: 'a session that is over gets another checkpoint',
      file: tables,
      find: `create trigger refuse_when_over before insert on boardofone.checkpoints
  for each row execute function boardofone.refuse_when_over();`,
      replace: '',
      test,
    },
    {
      id: 'checkpoint-of-no-event',
      without: 'a checkpoint stands at a moment that never was',
      file: tables,
      find: 'FOREIGN KEY ("user_id","session_id","seq") REFERENCES "boardofone"."events"("user_id","session_id","seq")',
      replace:
        'FOREIGN KEY ("user_id","session_id","seq") REFERENCES "boardofone"."checkpoints"("user_id","session_id","seq")',
      test,
    },
    {
      id: 'checkpoint-version',
      without: 'a room is shown that was folded otherwise',
      file: 'apps/boardofone/server/room/newest-checkpoint.ts',
      find: '        eq(checkpoints.viewVersion, viewVersion),\n',
      replace: '',
      test,
    },
    {
      id: 'checkpoint-counted-twice',
      without: 'events that a checkpoint has already are counted again',
      file: 'apps/boardofone/deliberation/checkpoint.ts',
      find: 'event.seq > seq',
      replace: 'event.seq >= seq',
      test: 'apps/boardofone/deliberation/checkpoint.test.ts',
    },
  ],
};
