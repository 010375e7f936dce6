import { AppError, type AppRoute, hashToken } from '@commons/api';
import { sql } from 'drizzle-orm';
import { readFile } from './secret.ts';

/** Where calendar programs read a person's doses. An address that was never there and one that was revoked look the same. */
export const feedRoute: AppRoute = {
  path: '/feeds/:file',
  limit: { max: 600, per: 'hour' },
  async answer({ params, asAnon }) {
    const address = readFile(params.file ?? '');
    if (!address) throw new AppError('NOT_FOUND');
    const [row] = await asAnon((tx) =>
      tx.execute<{ content: string | null }>(
        sql`select grace.read_feed(${address.id}::uuid, ${hashToken(address.secret)}) as content`,
      ),
    );
    if (!row?.content) throw new AppError('NOT_FOUND');
    return {
      body: row.content,
      contentType: 'text/calendar; charset=utf-8',
      headers: { 'content-disposition': 'inline; filename="grace.ics"' },
    };
  },
};
