import { and, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import { caregivers } from '../../db/schema/caregivers.ts';

/**
 * The caregivers who are told when the person says something on the safety list: those who may say that they see to it, and whose grant
 * includes what they need for that, the emergency card, or what is said. On the person's pages everybody in their care sees the alert.
 */
export const isAlerted = and(
  isNull(caregivers.endedAt),
  lte(caregivers.startsAt, sql`now()`),
  gt(caregivers.endsAt, sql`now()`),
  inArray(caregivers.level, ['log', 'manage']),
  sql`${caregivers.scopes} && array['emergency_card', 'chat_summaries', 'chat_transcripts']`,
);
