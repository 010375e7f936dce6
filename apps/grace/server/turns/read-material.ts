import type { Tx } from '@commons/shared-db';
import { and, asc, eq, lte } from 'drizzle-orm';
import type { SpokenContext } from '../../companion/rules.ts';
import { avoidedTerms } from '../../companion/suggest.ts';
import { chatTurns } from '../../db/schema/chat-turns.ts';
import { profiles } from '../../db/schema/profiles.ts';
import { sessions } from '../../db/schema/sessions.ts';
import { readMaterial } from '../sessions/material.ts';
import type { TurnMaterial } from './build-request.ts';
import { plannedMedicines } from './planned-medicines.ts';

/** A turn that is to be said, from what, and what it may contain. */
export interface TurnToSay extends TurnMaterial {
  /** What of it is there already. */
  content: string;
  spoken: SpokenContext;
}

/** Everything that a turn of the companion needs to know. */
export async function readTurn(tx: Tx, answerId: string, now: Date): Promise<TurnToSay | undefined> {
  const [turn] = await tx
    .select({
      sessionId: chatTurns.sessionId,
      profileId: chatTurns.profileId,
      position: chatTurns.position,
      content: chatTurns.content,
      topicId: sessions.topicId,
      name: profiles.preferredName,
    })
    .from(chatTurns)
    .innerJoin(sessions, eq(sessions.id, chatTurns.sessionId))
    .innerJoin(profiles, eq(profiles.id, chatTurns.profileId))
    .where(eq(chatTurns.id, answerId));
  if (!turn) return undefined;
  const { sessionId, profileId, position, content, topicId, name } = turn;
  const history = await tx
    .select({ role: chatTurns.role, content: chatTurns.content })
    .from(chatTurns)
    .where(and(eq(chatTurns.sessionId, sessionId), lte(chatTurns.position, position)))
    .orderBy(asc(chatTurns.position));
  const material = await readMaterial(tx, profileId);
  const medicines = await plannedMedicines(tx, profileId, now);
  const avoided = avoidedTerms(material);
  const topic = material.topics.find(({ id }) => id === topicId);
  const said = history.filter(({ role }) => role === 'person').map((one) => one.content);
  const told = material.story.flatMap(({ text, people, fromYear, toYear, source }) => [
    text,
    ...people,
    String(fromYear ?? ''),
    String(toYear ?? ''),
    source,
  ]);
  const topicWords = topic
    ? [topic.title, ...topic.questions.flatMap(({ text, choices }) => [text, ...choices])]
    : [];
  return {
    name,
    topic,
    story: material.story,
    avoided,
    history,
    content,
    spoken: {
      known: [name, ...topicWords, ...told, ...said].join('\n'),
      lastSaid: said.at(-1) ?? '',
      avoided,
      medicines: medicines.flatMap((medicine) => [medicine.name, ...medicine.ingredients]),
    },
  };
}
