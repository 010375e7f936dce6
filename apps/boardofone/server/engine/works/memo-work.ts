import type { Tx } from '@commons/shared-db';
import { uuidV7 } from '@commons/shared-db';
import { memos } from '../../../db/schema/memos.ts';
import { speakerLabel } from '../../../debate/anonymise.ts';
import { relabel } from '../../../debate/relabel.ts';
import type { Claim, MemoBody } from '../../../deliberation/memo.ts';
import { type CitedContribution, MemoAnswer, memoPrompt } from '../../../prompts/memo.ts';
import { rehearseMemo } from '../../../rehearsal/memo.ts';
import type { LockedSession } from '../lock-session.ts';
import { readMaterial } from '../read-material.ts';
import { type Contribution, readContributions } from '../read-table.ts';
import type { StepWork } from '../step-work.ts';
import { weighDebate } from '../weigh-debate.ts';
import { writeMinority } from '../write-minority.ts';

/** Lets the chair write down what the panel came to; the minority report is not theirs to write. */
export const memoWork: StepWork<MemoAnswer> = {
  purpose: 'memo',
  round: 0,
  seatId: null,
  async prepare(tx, session) {
    const { outcome } = session;
    if (session.phase !== 'synthesis' || !outcome) return undefined;
    const material = await readMaterial(tx, session, session.roundNumber + 1);
    const contributions = await cited(tx, session, material.options);
    return {
      ...memoPrompt(material, { contributions, outcome: outcome.words }),
      schema: MemoAnswer,
      model: null,
      speakerOrder: contributions.map(({ seatId }) => seatId),
      rehearse: () => rehearseMemo(material, { contributions, outcome }),
    };
  },
  begun: () => [],
  async keep(tx, session, { answer, finish }) {
    const material = await readMaterial(tx, session, session.roundNumber + 1);
    const contributions = await cited(tx, session, material.options);
    const idOf = new Map(contributions.map(({ key, id }) => [key, id]));
    const id = uuidV7();
    await tx.insert(memos).values({
      id,
      userId: session.userId,
      sessionId: session.id,
      body: withIds(answer, idOf),
      minority: await writeMinority(tx, session),
      baseline: await weighDebate(tx, session, finish.costUsd ?? '0'),
    });
    return [{ type: 'memo_written', data: { memoId: id } }];
  },
};

type CitableContribution = CitedContribution & { id: string; seatId: string };

async function cited(
  tx: Tx,
  session: LockedSession,
  options: readonly { id: string; key: string }[],
): Promise<CitableContribution[]> {
  const spoken = (await readContributions(tx, session)).filter(({ isAbstention }) => !isAbstention);
  const seatIds = [...new Set(spoken.map(({ seatId }) => seatId))].toSorted();
  const labelOf = (seatId: string) => speakerLabel(seatIds, seatId);
  return spoken.map((one: Contribution, index) => ({
    id: one.id,
    seatId: one.seatId,
    key: `C${index + 1}`,
    label: labelOf(one.seatId),
    round: one.roundNumber,
    option: options.find(({ id }) => id === one.optionId)?.key ?? '',
    // Whoever spoke had heard others under labels of its own.
    argument: relabel(one.content, one.speakerOrder, labelOf),
    dealbreaker: relabel(one.dealbreaker, one.speakerOrder, labelOf),
  }));
}

/** Citations of contributions that there are; what cites none of them is left without. */
function withIds(answer: MemoAnswer, idOf: ReadonlyMap<string, string>): MemoBody {
  const claimsOf = (claims: MemoAnswer['why']): Claim[] =>
    claims.map(({ text, sources }) => ({
      text,
      contributionIds: [...new Set(sources.flatMap((key) => idOf.get(key.trim().toUpperCase()) ?? []))],
    }));
  return {
    recommendation: claimsOf(answer.recommendation),
    why: claimsOf(answer.why),
    alternatives: claimsOf(answer.alternatives),
    risks: claimsOf(answer.risks),
    killCriteria: claimsOf(answer.killCriteria),
    nextStep: claimsOf(answer.nextStep),
    unresolved: claimsOf(answer.unresolved),
  };
}
