import { AppError, type SignedInContext } from '@commons/api';
import { audit, type Tx } from '@commons/shared-db';
import { and, eq, isNull } from 'drizzle-orm';
import { avoidedTerms, type Suggestion, type SuggestionMaterial, suggest } from '../../companion/suggest.ts';
import { mentions } from '../../companion/words.ts';
import { chatTurns } from '../../db/schema/chat-turns.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { keepPrivate } from '../care/keep-private.ts';
import { closeSession } from './close.ts';
import { readMaterial } from './material.ts';
import type { StartSession } from './schemas.ts';

/** Everything that could be suggested, so that a chosen card is found again. */
const all = 10_000;

/**
 * Begins a conversation with its first line, which no model writes. One that is still open is closed first; with an id that is
 * there already nothing is added.
 */
export function startSession(ctx: SignedInContext, input: StartSession): Promise<void> {
  const { id, profileId, suggestion, seed } = input;
  return keepPrivate(ctx, profileId, async (tx) => {
    const [there] = await tx
      .select({ profileId: sessions.profileId })
      .from(sessions)
      .where(eq(sessions.id, id));
    if (there) return;
    await closeOpen(tx, ctx, profileId);
    const material = await readMaterial(tx, profileId);
    const chosen =
      suggestion === null
        ? await justTalk(tx, profileId, material)
        : suggest(material, seed, all).find(({ key }) => key === suggestion);
    if (!chosen)
      throw new AppError('CONFLICT', { message: 'This is not offered any more. Choose something else.' });
    const { topicId, title, opening, choices } = chosen;
    const added = await tx
      .insert(sessions)
      .values({ id, profileId, topicId, title: title.slice(0, 80), startedAt: ctx.now() })
      .onConflictDoNothing({ target: sessions.id })
      .returning({ id: sessions.id });
    // The id was not among the holder's own, so this is somebody else's.
    if (added.length === 0) throw new AppError('NOT_FOUND');
    await tx.insert(chatTurns).values({
      profileId,
      sessionId: id,
      position: 1,
      role: 'companion',
      kind: 'opening',
      content: opening,
      choices,
      status: 'complete',
    });
    await audit(tx, { action: 'companion_started', resourceType: 'session', resourceId: id });
  });
}

async function closeOpen(tx: Tx, ctx: SignedInContext, profileId: string): Promise<void> {
  const open = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.profileId, profileId), isNull(sessions.endedAt)))
    .for('update');
  for (const { id } of open) await closeSession(tx, ctx, { profileId, id });
}

type Opening = Pick<Suggestion, 'topicId' | 'title' | 'opening' | 'choices'>;

async function justTalk(tx: Tx, profileId: string, material: SuggestionMaterial): Promise<Opening> {
  const [person] = await tx
    .select({ name: profiles.preferredName })
    .from(profiles)
    .where(eq(profiles.id, profileId));
  const opening = `Hello ${person?.name ?? ''}. It is good to sit with you. Would you like to tell me about today, or about something you like?`;
  const isWelcome = !mentions(opening, avoidedTerms(material));
  return {
    topicId: null,
    title: 'Just talking',
    opening: isWelcome ? opening : 'Hello. I am here. Shall we talk?',
    choices: isWelcome ? ['About today', 'Something I like'] : ['Yes', 'Later'],
  };
}
