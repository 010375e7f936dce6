import type { Tx } from '@commons/shared-db';
import { consensusOf, unanimityWarning } from '../../debate/consensus.ts';
import { moderate } from '../../debate/moderator.ts';
import { stopDecision } from '../../debate/stop.ts';
import type { EventData, NewEvent } from '../../deliberation/event.ts';
import { stopReasons } from '../../deliberation/stop-reasons.ts';
import type { LockedSession } from './lock-session.ts';
import { readMaterial } from './read-material.ts';
import { type Contribution, readContributions, readSeats, type Seat } from './read-table.ts';

interface RoundJudgement {
  end: EventData['round_ended'];
  /** What the moderator says before the next round; nothing where there is none. */
  interventions: NewEvent[];
  hasQuestions: boolean;
}

/** Says whether there is another round and why not, and what the moderator asks of whom; the same rows say the same every time. */
export async function judgeRound(tx: Tx, session: LockedSession): Promise<RoundJudgement> {
  const { roundNumber: round, maxRounds } = session;
  const panel = await readSeats(tx, session);
  const said = await readContributions(tx, session);
  const rounds = Array.from({ length: round }, (_, index) => stancesIn(said, index + 1));
  const last = said.filter(({ roundNumber }) => roundNumber === round);
  const decision = stopDecision({
    rounds,
    panel: panel.map(({ id, baseWeight }) => ({ seatId: id, weight: Number(baseWeight), mayChange: true })),
    maxRounds,
    // Either has ended the round before it is judged.
    isCapReached: false,
    isKilled: false,
  });
  const { agreement, words } = consensusOf(rounds.at(-1) ?? []);
  const warning = round === 1 ? unanimityWarning(rounds[0] ?? []) : null;
  const stop = stopReasons.find((reason) => decision.stop && reason === decision.reason) ?? null;
  return {
    end: { round, stop, agreement, words: [decision.words, words, warning].filter(Boolean).join(' ') },
    interventions: stop ? [] : await promptings(tx, session, panel, last),
    hasQuestions: last.some(({ question }) => question !== ''),
  };
}

const stancesIn = (said: readonly Contribution[], round: number) =>
  said.flatMap(({ roundNumber, seatId, optionId }) => (roundNumber === round ? [{ seatId, optionId }] : []));

async function promptings(
  tx: Tx,
  session: LockedSession,
  panel: readonly Seat[],
  last: readonly Contribution[],
): Promise<NewEvent[]> {
  const material = await readMaterial(tx, session, 0);
  const positions = panel.flatMap(({ id, isAdversarial }) => {
    const one = last.find(({ seatId, isAbstention }) => seatId === id && !isAbstention);
    if (!one?.optionId || !one.confidence) return [];
    const { optionId, confidence, isNovel, content } = one;
    return { seatId: id, optionId, confidence, isNovel, argument: content, isAdversarial };
  });
  return moderate(session.roundNumber, positions, material).map((prompting) => ({
    type: 'moderator_intervened',
    data: { ...prompting, round: session.roundNumber + 1 },
  }));
}
