import { type ModelFinish, releaseCall, reserveCall } from '@commons/ai';
import type { SignedInContext } from '@commons/api';
import { uuidV7 } from '@commons/shared-db';
import { z } from 'zod';
import { linkSentences, type SummarySentence, type SummaryTurn } from '../../companion/summary.ts';

const system = `You sum up a conversation between a person and their companion for the person's family.
Write two to five short, warm sentences about what was talked about and how the person seemed. Say nothing that was not said.
Leave out what sounds private or shameful. Name for each sentence the numbers of the turns that it comes from.`;

const Written = z.object({
  sentences: z.array(z.object({ text: z.string().max(300), turns: z.array(z.int()).max(20) })).max(6),
});

const turnsMin = 3;
const inputMax = 11_400;
const outputMax = 600;

/**
 * What a model makes of a conversation, with the turns of each sentence. Undefined when no model is configured, when there is little
 * to sum up, or when the person's share of the day is used up: then the summary is made without one. What the call may use stays
 * reserved until the caller records what it used.
 */
export async function summariseByModel(
  ctx: SignedInContext,
  turns: readonly SummaryTurn[],
): Promise<{ callId: string; sentences: SummarySentence[]; finish: ModelFinish } | undefined> {
  if (ctx.models.describe().offline || turns.length < turnsMin) return undefined;
  const { modelQuota: quota, models } = ctx;
  // Of its own, and not the session's: of many requests at once to end one session each makes a call, and each counts.
  const callId = uuidV7();
  if (quota) {
    const reserved = await ctx.asUser((tx) =>
      reserveCall(tx, { id: callId, inputTokens: inputMax, outputTokens: outputMax, models, quota }),
    );
    if (reserved !== undefined) return undefined;
  }
  try {
    const numbered = turns.map(({ role, content }, index) => `${index + 1}. ${role}: ${content}`);
    const { object, finish } = await models.generateObject({
      system,
      messages: [{ role: 'user', content: numbered.join('\n').slice(-20_000) }],
      schema: Written,
      maxOutputTokens: outputMax,
      temperature: 0.2,
      timeoutMs: 15_000,
    });
    return { callId, sentences: linkSentences(object.sentences, turns), finish };
  } catch (error) {
    if (quota) await ctx.asUser((tx) => releaseCall(tx, callId));
    throw error;
  }
}
