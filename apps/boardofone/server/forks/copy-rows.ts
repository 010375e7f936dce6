import type { Tx } from '@commons/shared-db';
import { and, asc, eq, lte } from 'drizzle-orm';
import { contributions } from '../../db/schema/contributions.ts';
import { options } from '../../db/schema/options.ts';
import { ownerFacts } from '../../db/schema/owner-facts.ts';
import { seats } from '../../db/schema/seats.ts';
import type { LockedSession } from '../engine/lock-session.ts';
import { readContributions, readSeats } from '../engine/read-table.ts';
import { CopiedIds } from './copied-ids.ts';

/** Copies what prompts are made of into a what-if, up to the round that it takes over; nothing of it costs anything again. */
export async function copyRows(
  tx: Tx,
  parent: LockedSession,
  { id: sessionId, userId }: LockedSession,
  round: number,
): Promise<CopiedIds> {
  const ids = new CopiedIds();
  const own = { userId, sessionId };
  const chosen = await tx
    .select()
    .from(options)
    .where(and(eq(options.userId, userId), eq(options.sessionId, parent.id)))
    .orderBy(asc(options.position));
  await tx.insert(options).values(
    chosen.map(({ id, position, label, description, isNothing }) => ({
      ...own,
      id: ids.of(id),
      position,
      label,
      description,
      isNothing,
    })),
  );
  await tx.insert(seats).values(
    (await readSeats(tx, parent)).map(({ createdAt, updatedAt, ownPersonaId, ...seat }) => ({
      ...seat,
      ...own,
      id: ids.of(seat.id),
    })),
  );
  const said = (await readContributions(tx, parent)).filter(({ roundNumber }) => roundNumber <= round);
  ids.inOrder(said.map(({ id }) => id));
  if (said.length > 0) {
    await tx.insert(contributions).values(
      said.map(({ createdAt, updatedAt, ...one }) => ({
        ...one,
        ...own,
        id: ids.of(one.id),
        seatId: ids.of(one.seatId),
        optionId: ids.ofOptional(one.optionId),
        speakerOrder: ids.within(one.speakerOrder),
        cost: '0',
        tokens: 0,
      })),
    );
  }
  await copyFacts(tx, ids, parent, { ...own, round });
  return ids;
}

async function copyFacts(
  tx: Tx,
  ids: CopiedIds,
  parent: LockedSession,
  { round, ...own }: { userId: string; sessionId: string; round: number },
): Promise<void> {
  const told = await tx
    .select()
    .from(ownerFacts)
    .where(
      and(
        eq(ownerFacts.userId, own.userId),
        eq(ownerFacts.sessionId, parent.id),
        // What the next round would have heard is heard, so that only one thing differs.
        lte(ownerFacts.roundNumber, round + 1),
      ),
    )
    .orderBy(asc(ownerFacts.id));
  if (told.length === 0) return;
  ids.inOrder(told.map(({ id }) => id));
  await tx.insert(ownerFacts).values(
    told.map(({ id, roundNumber, content, answersId }) => ({
      ...own,
      id: ids.of(id),
      roundNumber,
      content,
      answersId: ids.ofOptional(answersId),
    })),
  );
}
