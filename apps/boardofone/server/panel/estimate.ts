import { estimateTokens } from '@commons/ai';
import type { SignedInContext } from '@commons/api';
import { type EstimatedModel, estimateSession } from '../../money/estimate.ts';
import { describeDecision } from '../../prompts/decision.ts';
import { readSession } from '../engine/lock-session.ts';
import { readMaterial } from '../engine/read-material.ts';
import type { EstimatePanel, PanelEstimate } from './schemas.ts';

/** A persona with the rules of the debate. */
const instructionTokens = 900;

/** What the session is likely to cost if these models sit on the panel. */
export async function estimatePanel(
  ctx: SignedInContext,
  { id, models }: EstimatePanel,
): Promise<PanelEstimate> {
  const { material, maxRounds } = await ctx.asUser(async (tx) => {
    const session = await readSession(tx, ctx.user.id, id);
    return { material: await readMaterial(tx, session, 0), maxRounds: session.maxRounds };
  });
  const usual = ctx.models.describe();
  const priced = (model: string | null): EstimatedModel => ({
    model: model ?? usual.model,
    priceOf: (size) => ctx.models.priceOf({ ...size, model: model ?? undefined }),
  });
  return estimateSession({
    seats: models.map(priced),
    chair: priced(null),
    maxRounds,
    tokens: {
      problem: estimateTokens(describeDecision(material)),
      instructions: instructionTokens,
      decomposition: { usual: 500, max: 1_200 },
      baseline: { usual: 250, max: 800 },
      position: { usual: 600, max: 1_500 },
      vote: { usual: 250, max: 800 },
      memo: { usual: 1_200, max: 3_000 },
    },
  });
}
