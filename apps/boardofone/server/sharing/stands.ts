import { sql } from 'drizzle-orm';
import { shareLinks } from '../../db/schema/share-links.ts';

/** Whether a link opens the memo at this moment. */
export const stands = sql<boolean>`(${shareLinks.revokedAt} is null and ${shareLinks.expiresAt} > now())`;

/** So many links to one memo may stand at once: all of them are shown, so that each can be ended. */
export const standingMax = 20;
