import { defineServiceJob } from '@commons/api';
import { lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { conversations } from '../../db/schema/conversations.ts';

/** Every night: removes for good what was deleted thirty days ago or earlier, messages included. */
export const purgeJob = defineServiceJob({
  name: 'chidi.purge',
  schema: z.object({}),
  schedule: { cron: '37 3 * * *', timeZone: 'UTC' },
  async run({ asService, log }) {
    const purged = await asService('purge deleted conversations', (tx) =>
      tx
        .delete(conversations)
        .where(lt(conversations.deletedAt, sql`now() - interval '30 days'`))
        .returning({ id: conversations.id }),
    );
    log.info({ conversations: purged.length }, 'purged');
  },
});
