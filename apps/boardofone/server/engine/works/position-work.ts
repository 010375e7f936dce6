import { uuidV7 } from '@commons/shared-db';
import { contributions } from '../../../db/schema/contributions.ts';
import { checkEvidence } from '../../../debate/evidence.ts';
import type { NewEvent } from '../../../deliberation/event.ts';
import type { SpeakingPhase } from '../../../deliberation/states.ts';
import { type PositionAnswer, positionPrompt, positionSchema } from '../../../prompts/position.ts';
import { rehearsePosition } from '../../../rehearsal/position.ts';
import { hear } from '../hear.ts';
import { moderatorWords } from '../moderator-words.ts';
import { readMaterial } from '../read-material.ts';
import { readContributions, readSeats } from '../read-table.ts';
import { MalformedAnswer, type StepWork } from '../step-work.ts';

/** A round's phase: the first is blind. */
export const phaseOfRound = (round: number): SpeakingPhase =>
  round === 1 ? 'initial_round' : 'deliberation';

/** Lets one seat take a position in a round. */
export function positionWork(round: number, seatId: string): StepWork<PositionAnswer> {
  const phase = phaseOfRound(round);
  return {
    purpose: 'position',
    round,
    seatId,
    async prepare(tx, session) {
      const panel = await readSeats(tx, session);
      const seat = panel.find(({ id }) => id === seatId);
      if (session.phase !== phase || session.roundNumber !== round || !seat) return undefined;
      const material = await readMaterial(tx, session, round);
      const said = await readContributions(tx, session);
      const { positions, speakerOrder } = hear(
        said.filter(({ roundNumber }) => roundNumber === round - 1),
        { round, id: seat.id, position: seat.position },
        { session, panel, options: material.options },
      );
      const moderator = await moderatorWords(tx, session, { round, seatId });
      const turn = { systemPrompt: seat.systemPrompt, round, heard: positions, moderator };
      return {
        ...positionPrompt(material, turn),
        schema: positionSchema(material.options),
        model: seat.model,
        speakerOrder,
        rehearse: () =>
          rehearsePosition(material, {
            ...turn,
            seat,
            seed: session.seed,
            own: said.filter((one) => one.seatId === seatId),
          }),
      };
    },
    begun: (attempt): NewEvent[] => [{ type: 'seat_thinking', data: { seatId, round, phase, attempt } }],
    streaming: (attempt): NewEvent[] => [{ type: 'seat_streaming', data: { seatId, round, phase, attempt } }],
    async keep(tx, session, { answer, finish, promptHash, speakerOrder }) {
      const { options, context, problem, constraints, facts } = await readMaterial(tx, session, round);
      const optionId = options.find(({ key }) => key === answer.option)?.id;
      if (!optionId) throw new MalformedAnswer();
      const { confidence, argument, dealbreaker, isNovel, question } = answer;
      const id = uuidV7();
      const added = await tx
        .insert(contributions)
        .values({
          id,
          userId: session.userId,
          sessionId: session.id,
          seatId,
          roundNumber: round,
          phase,
          content: argument,
          optionId,
          confidence,
          dealbreaker,
          statements: checkEvidence(answer.statements, [problem, context, constraints, ...facts]),
          isNovel,
          question,
          cost: finish.costUsd ?? '0',
          tokens: (finish.inputTokens ?? 0) + (finish.outputTokens ?? 0),
          model: finish.model,
          promptHash,
          speakerOrder,
        })
        .onConflictDoNothing()
        .returning({ id: contributions.id });
      if (added.length === 0) return [];
      const data = { seatId, round, phase, contributionId: id, optionId, confidence, isNovel, question };
      return [{ type: 'seat_spoke', data }];
    },
  };
}
