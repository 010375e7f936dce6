import { formatUsd, parseUsd, type UsdUnits, usdWords } from './usd.ts';

/** A model, and what a call of it costs in US dollars; null where no price is listed. */
export interface EstimatedModel {
  model: string;
  priceOf: (size: CallSize) => string | null;
}

interface CallSize {
  inputTokens: number;
  outputTokens: number;
}

/** What an answer may have: a usual length, and the most that is allowed. */
export interface AnswerTokens {
  usual: number;
  max: number;
}

export interface TokenAssumptions {
  /** Problem, context, questions and options, which every prompt has. */
  problem: number;
  /** The persona and the rules of the debate. */
  instructions: number;
  decomposition: AnswerTokens;
  baseline: AnswerTokens;
  position: AnswerTokens;
  vote: AnswerTokens;
  memo: AnswerTokens;
}

export interface EstimateInput {
  seats: readonly EstimatedModel[];
  /** Who decomposes the problem, answers alone for comparison, and writes the memo. */
  chair: EstimatedModel;
  /** At most so many rounds after the blind one. */
  maxRounds: number;
  tokens: TokenAssumptions;
}

export interface Estimate {
  /** Null where a model has no listed price. */
  low: string | null;
  high: string | null;
  /** How many calls that is. */
  calls: { low: number; high: number };
  unpriced: string[];
  words: string;
}

interface PlannedCall extends CallSize {
  by: EstimatedModel;
}

/**
 * Before the start: low is one round after the blind one with answers of usual length, high is every round with the
 * longest answers and every vote asked for twice.
 */
export function estimateSession(input: EstimateInput): Estimate {
  const low = plannedCalls(input, Math.min(1, input.maxRounds), 'usual', 1);
  const high = plannedCalls(input, input.maxRounds, 'max', 2);
  const calls = { low: low.length, high: high.length };
  const unpriced = [...new Set(high.filter((call) => priceOf(call) === null).map(({ by }) => by.model))];
  if (unpriced.length > 0)
    return {
      low: null,
      high: null,
      calls,
      unpriced,
      words: `No price is listed for ${unpriced.join(', ')}.`,
    };
  const [lowest, highest] = [sum(low), sum(high)];
  const price = highest === 0n ? 'Nothing' : `About ${usdWords(lowest)} to ${usdWords(highest)}`;
  const words = `${price} for ${calls.low} to ${calls.high} calls.`;
  return { low: formatUsd(lowest), high: formatUsd(highest), calls, unpriced, words };
}

function plannedCalls(
  { seats, chair, tokens }: EstimateInput,
  rounds: number,
  length: keyof AnswerTokens,
  votesEach: number,
): PlannedCall[] {
  const prompt = tokens.problem + tokens.instructions;
  const position = tokens.position[length];
  const said = (roundsHeard: number) => prompt + roundsHeard * seats.length * position;
  const call = (by: EstimatedModel, inputTokens: number, answer: AnswerTokens): PlannedCall => ({
    by,
    inputTokens,
    outputTokens: answer[length],
  });
  return [
    call(chair, prompt, tokens.decomposition),
    call(chair, prompt, tokens.baseline),
    ...Array.from({ length: rounds + 1 }, (_round, heard) =>
      seats.map((seat) => call(seat, said(heard), tokens.position)),
    ).flat(),
    ...Array.from({ length: votesEach }, () =>
      seats.map((seat) => call(seat, said(rounds + 1), tokens.vote)),
    ).flat(),
    call(chair, said(rounds + 1) + seats.length * tokens.vote[length], tokens.memo),
  ];
}

const priceOf = ({ by, ...size }: PlannedCall): string | null => by.priceOf(size);

const sum = (calls: readonly PlannedCall[]): UsdUnits =>
  calls.reduce((total, call) => total + parseUsd(priceOf(call) ?? '0'), 0n);
