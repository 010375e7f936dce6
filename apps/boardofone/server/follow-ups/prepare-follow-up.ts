import type { Tx } from '@commons/shared-db';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { followUps } from '../../db/schema/follow-ups.ts';
import { memos } from '../../db/schema/memos.ts';
import { relabel } from '../../debate/relabel.ts';
import { FollowUpAnswer, followUpPrompt, type SaidBefore } from '../../prompts/follow-up.ts';
import type { NamedOption } from '../../prompts/material.ts';
import { memoSections } from '../../record/memo-sections.ts';
import { rehearseFollowUp } from '../../rehearsal/follow-up.ts';
import type { LockedSession } from '../engine/lock-session.ts';
import { readMaterial } from '../engine/read-material.ts';
import { readContributions, readSeats, type Seat } from '../engine/read-table.ts';
import type { Prepared } from '../engine/step-work.ts';
import type { LockedFollowUp } from './lock-follow-up.ts';

/** So many of the questions before are told again. */
const toldAgain = 5;

/** What whoever is asked gets to read: a seat its own words, the chair everybody's, and both the memo. */
export async function prepareFollowUp(
  tx: Tx,
  { session, followUp }: LockedFollowUp,
): Promise<Prepared<FollowUpAnswer>> {
  const material = await readMaterial(tx, session, session.roundNumber + 1);
  const panel = await readSeats(tx, session);
  const seat = panel.find(({ id }) => id === followUp.seatId);
  const said = await saidBy(tx, session, { panel, options: material.options, seat });
  const asked = {
    systemPrompt: seat?.systemPrompt ?? null,
    said,
    outcome: session.outcome?.words ?? '',
    memo: await readMemo(tx, session),
    earlier: (await answeredBefore(tx, { session, followUp })).slice(-toldAgain),
    question: followUp.question,
  };
  return {
    ...followUpPrompt(material, asked),
    schema: FollowUpAnswer,
    model: seat?.model ?? null,
    speakerOrder: [],
    rehearse: () => rehearseFollowUp(asked),
  };
}

interface Room {
  panel: readonly Seat[];
  options: readonly NamedOption[];
  /** Undefined for the words of everybody. */
  seat: Seat | undefined;
}

async function saidBy(tx: Tx, session: LockedSession, { panel, options, seat }: Room): Promise<SaidBefore[]> {
  const nameOf = (id: string) => panel.find((one) => one.id === id)?.name ?? 'somebody';
  const spoken = (await readContributions(tx, session)).filter(({ isAbstention }) => !isAbstention);
  return spoken
    .filter(({ seatId }) => !seat || seatId === seat.id)
    .map(({ seatId, roundNumber, optionId, content, dealbreaker, speakerOrder }) => ({
      name: nameOf(seatId),
      round: roundNumber,
      option: options.find(({ id }) => id === optionId)?.key ?? '',
      // They knew the others by labels.
      text: relabel(content, speakerOrder, nameOf),
      dealbreaker: relabel(dealbreaker, speakerOrder, nameOf),
    }));
}

async function readMemo(tx: Tx, { id, userId }: LockedSession) {
  const [memo] = await tx
    .select({ body: memos.body })
    .from(memos)
    .where(and(eq(memos.userId, userId), eq(memos.sessionId, id)));
  return memoSections.map(({ key, title }) => ({
    title,
    sentences: (memo?.body[key] ?? []).map(({ text }) => text),
  }));
}

function answeredBefore(tx: Tx, { session: { id, userId }, followUp: { seatId } }: LockedFollowUp) {
  const { question, answer, status, answeredAt, sessionId } = followUps;
  return tx
    .select({ question, answer })
    .from(followUps)
    .where(
      and(
        eq(followUps.userId, userId),
        eq(sessionId, id),
        eq(status, 'answered'),
        seatId ? eq(followUps.seatId, seatId) : isNull(followUps.seatId),
      ),
    )
    .orderBy(asc(answeredAt), asc(followUps.id));
}
