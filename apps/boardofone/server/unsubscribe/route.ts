import { setTimeout } from 'node:timers/promises';
import { type AppRoute, hashToken } from '@commons/api';
import { sql } from 'drizzle-orm';
import { askPage, donePage } from './page.ts';
import { isUnsubscribeToken } from './token.ts';

// Longer than a row takes to be written, so that the wait does not tell whether there was one.
export const answerAfterMs = 150;

/**
 * Where the mails of the board end. Programs that look into mails follow its address, so only a POST ends anything. Whether there is such
 * a link is not told, neither in words nor by the wait.
 */
export const unsubscribeRoute: AppRoute = {
  path: '/unsubscribe/:token',
  // The programs of many people ask from a few addresses of their provider.
  limit: { max: 600, per: 'hour' },
  answer: async () => askPage,
  async receive({ params, requestId, ipAddress, userAgent, asAnon }) {
    const token = params.token ?? '';
    const wait = setTimeout(answerAfterMs);
    if (isUnsubscribeToken(token)) {
      const request = JSON.stringify({ requestId, ipAddress, userAgent });
      await asAnon((tx) =>
        tx.execute(sql`select boardofone.unsubscribe_by_link(${hashToken(token)}, ${request}::jsonb)`),
      );
    }
    await wait;
    return donePage;
  },
};
