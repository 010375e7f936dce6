import { votes } from '../../../db/schema/votes.ts';
import type { NewEvent } from '../../../deliberation/event.ts';
import { type VoteAnswer, votePrompt, voteSchema } from '../../../prompts/vote.ts';
import { rehearseVote } from '../../../rehearsal/vote.ts';
import { readMaterial } from '../read-material.ts';
import { readContributions, readSeats } from '../read-table.ts';
import { MalformedAnswer, type StepWork } from '../step-work.ts';

/** Lets one seat vote. It sees what it said itself, and of the others nothing new. */
export function voteWork(seatId: string): StepWork<VoteAnswer> {
  return {
    purpose: 'vote',
    round: 0,
    seatId,
    async prepare(tx, session) {
      const seat = (await readSeats(tx, session)).find(({ id }) => id === seatId);
      if (session.phase !== 'voting' || !seat) return undefined;
      const material = await readMaterial(tx, session, session.roundNumber + 1);
      const own = (await readContributions(tx, session)).filter(
        (one) => one.seatId === seatId && !one.isAbstention,
      );
      const keyOf = (id: string | null) => material.options.find((option) => option.id === id)?.key ?? '';
      const positions = own.map(
        ({ roundNumber, optionId, content }) => `Round ${roundNumber}, for ${keyOf(optionId)}: ${content}`,
      );
      return {
        ...votePrompt(material, { systemPrompt: seat.systemPrompt, positions }),
        schema: voteSchema(material.options),
        model: seat.model,
        speakerOrder: [],
        rehearse: () => rehearseVote(material, { own, seat, seed: session.seed }),
      };
    },
    begun: (): NewEvent[] => [{ type: 'seat_voting', data: { seatId } }],
    async keep(tx, session, { answer, isAskedAgain }) {
      const { options } = await readMaterial(tx, session, 0);
      const ids = (keys: readonly string[]) =>
        keys.flatMap((key) => options.find((option) => option.key === key)?.id ?? []);
      const ranking = ids(answer.ranking);
      if (new Set(ranking).size !== answer.ranking.length) throw new MalformedAnswer();
      if (!answer.isAbstention && ranking.length === 0) throw new MalformedAnswer();
      const cast = answer.isAbstention
        ? { isAbstention: true }
        : {
            optionId: ranking[0] ?? null,
            ranking: ranking.map((id) => [id]),
            approvals: [...new Set(ids(answer.approvals))],
            confidence: answer.confidence.toFixed(2),
          };
      await tx
        .insert(votes)
        .values({
          ...cast,
          userId: session.userId,
          sessionId: session.id,
          seatId,
          reasoning: answer.reasoning,
          wasAskedAgain: isAskedAgain,
        })
        .onConflictDoNothing();
      return [{ type: 'seat_voted', data: { seatId } }];
    },
  };
}
