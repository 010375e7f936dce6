import { estimateTokens, type ModelPort } from '@commons/ai';
import type { SignedInContext } from '@commons/api';
import type { TokenPrice } from '../../money/call-cost.ts';
import { type EstimatedModel, estimateSession } from '../../money/estimate.ts';
import { formatUsd, parseUsd } from '../../money/usd.ts';
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
    price: tokenPrice(ctx.models, model),
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

/** A price by the million, from that of so many tokens as every tariff covers. */
function tokenPrice(models: ModelPort, model: string | null): TokenPrice | null {
  const perMillion = (size: { inputTokens: number; outputTokens: number }) => {
    const thousand = models.priceOf({ ...size, model: model ?? undefined });
    return thousand === null ? null : formatUsd(1_000n * parseUsd(thousand)).slice(0, -2);
  };
  const input = perMillion({ inputTokens: 1_000, outputTokens: 0 });
  const output = perMillion({ inputTokens: 0, outputTokens: 1_000 });
  return input === null || output === null ? null : { input, output };
}
