import { sql } from 'drizzle-orm';
import { cardLinks } from '../../db/schema/card-links.ts';

/** Whether a link opens the card at this moment. */
export const stands = sql<boolean>`(${cardLinks.revokedAt} is null and ${cardLinks.expiresAt} > now())`;

/** So many links to one card may stand at once: all of them are shown, so that each can be ended. */
export const standingMax = 20;
