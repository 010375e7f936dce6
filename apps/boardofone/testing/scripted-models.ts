import {
  createOfflinePort,
  ModelError,
  type ModelErrorCode,
  type ModelFinish,
  type ModelObjectRequest,
  type ModelPort,
  type ModelRequest,
} from '@commons/ai';
import type { CallPurpose } from '../deliberation/call.ts';
import { formatUsd } from '../money/usd.ts';

/** What a model is asked for: by a step of a session, or after it. */
export type AskedFor = CallPurpose | 'follow_up';

/** A prompt as the model was given it. */
export interface CapturedPrompt {
  purpose: AskedFor;
  system: string;
  text: string;
  model: string | undefined;
  maxOutputTokens: number | undefined;
}

/** What a test may decide for a call: an answer in the place of the usual one, or a failure. */
export type Script = (
  prompt: CapturedPrompt,
  signal: AbortSignal | undefined,
  /** Says that the first of the answer has come, which is said at its end otherwise. */
  begin: () => void,
) => undefined | object | Promise<undefined | object>;

/** Models that are paid for, answer by script, and remember every prompt. */
export interface ScriptedModels extends ModelPort {
  prompts: CapturedPrompt[];
  script: Script;
  /** What every answer costs, in US dollars. */
  costUsd: string;
  inFlight: number;
  /** The most calls that were under way at once. */
  mostAtOnce: number;
}

const usual: Record<AskedFor, object> = {
  decomposition: {
    subQuestions: ['Does the rent pay for itself?', 'Who bakes at night?'],
    options: [
      { label: 'Open a second bakery', description: '', isNothing: false },
      { label: 'Extend the one we have', description: '', isNothing: false },
      { label: 'Do nothing for now', description: '', isNothing: true },
    ],
  },
  position: {
    option: 'O1',
    confidence: 'medium',
    argument: 'The rent pays for itself once the second bakery sells out as well.',
    dealbreaker: 'Nobody bakes at night.',
    statements: [{ label: 'FACT', text: 'Rent is 2,400.', source: '2,400 a month' }],
    isNovel: true,
    question: '',
  },
  vote: {
    isAbstention: false,
    ranking: ['O1', 'O2', 'O3'],
    approvals: ['O1', 'O2'],
    confidence: 0.8,
    reasoning: 'The rent pays for itself.',
  },
  baseline: { option: 'O2', reasoning: 'Extend first.' },
  follow_up: { answer: 'Only if it rises above 3,000.' },
  memo: {
    recommendation: [{ text: 'Open it.', sources: ['C1'] }],
    why: [{ text: 'It pays.', sources: ['C1', 'C99'] }],
    alternatives: [],
    risks: [{ text: 'Nobody bakes at night.', sources: [] }],
    killCriteria: [],
    nextStep: [],
    unresolved: [],
  },
};

const lastWords: [RegExp, AskedFor][] = [
  [/The debate is over: the panel has voted/, 'follow_up'],
  [/You prepare a decision/, 'decomposition'],
  [/The debate is over and you vote/, 'vote'],
  [/You chair the panel/, 'memo'],
  [/Answer in one go/, 'baseline'],
];

/** Puts scripted answers in the place of a provider’s. */
export function scriptedModels(script: Script = () => undefined): ScriptedModels {
  const models: ScriptedModels = {
    ...createOfflinePort(),
    prompts: [],
    script,
    costUsd: '0.00100000',
    inFlight: 0,
    mostAtOnce: 0,
    // A dollar for a million tokens to read, and five for a million to write.
    priceOf: ({ inputTokens, outputTokens }) =>
      formatUsd(100n * BigInt(inputTokens) + 500n * BigInt(outputTokens)),
    describe: () => ({ provider: 'anthropic', model: 'claude-haiku-4-5', offline: false }),
    async generateObject<T>(request: ModelObjectRequest<T>) {
      let hasBegun = false;
      const begin = () => {
        if (!hasBegun) request.onBegun?.();
        hasBegun = true;
      };
      const { purpose, scripted } = await answer(request, begin);
      begin();
      const object = request.schema.parse({ ...usual[purpose], ...scripted });
      return { object, finish: finish(models.costUsd, request.model) };
    },
    async generate(request) {
      await answer(request, () => {});
      return { text: 'Who gets up at two?', finish: finish(models.costUsd, request.model) };
    },
  };
  async function answer(request: ModelRequest, begin: () => void) {
    const prompt = captured(request);
    models.prompts.push(prompt);
    models.inFlight += 1;
    models.mostAtOnce = Math.max(models.mostAtOnce, models.inFlight);
    try {
      return { purpose: prompt.purpose, scripted: await models.script(prompt, request.signal, begin) };
    } finally {
      models.inFlight -= 1;
    }
  }
  return models;
}

/** A request as a provider receives it. */
interface WireRequest {
  messages: readonly { role: string; content: string }[];
}

/** The usual answer to a request. */
export const answerTo = (request: WireRequest): object => usual[purposeOf(request)];

/** What a request asks for. */
export const purposeOf = ({ messages }: WireRequest): AskedFor =>
  purposeIn(messages.find(({ role }) => role === 'system')?.content ?? '');

/** A failure of the provider. */
export function failing(code: ModelErrorCode): never {
  throw new ModelError(code);
}

/** Waits as a provider that hangs, until the call is broken off. */
export function hanging(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new ModelError('MODEL_STOPPED')));
  });
}

function captured({ system, messages, model, maxOutputTokens }: ModelRequest): CapturedPrompt {
  return {
    purpose: purposeIn(system),
    system,
    text: messages.map(({ content }) => content).join('\n'),
    model,
    maxOutputTokens,
  };
}

const purposeIn = (system: string): AskedFor =>
  lastWords.find(([words]) => words.test(system))?.[1] ?? 'position';

const finish = (costUsd: string, model = 'claude-haiku-4-5'): ModelFinish => ({
  reason: 'stop',
  provider: 'anthropic',
  model,
  inputTokens: 100,
  cachedInputTokens: 0,
  outputTokens: 50,
  reasoningTokens: null,
  costUsd,
  unpriced: null,
  usageSource: 'provider',
  pricedOn: '2026-11-01',
});
