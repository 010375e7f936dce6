import type { ModelSettings } from './env.ts';
import { findProvider } from './providers/find-provider.ts';
import type { ProviderName } from './providers/provider.ts';

/** A provider as the environment configures it. */
export interface ChosenProvider {
  provider: ProviderName;
  baseUrl: string | undefined;
  apiKey: string | undefined;
  model: string | undefined;
  embeddingModel: string | undefined;
}

interface Candidate {
  provider: ProviderName;
  /** The variable that makes the provider usable. */
  needs: keyof ModelSettings;
  model: keyof ModelSettings;
  configured: boolean;
}

/**
 * Chooses by `MODEL_PROVIDER`, or else the first that is configured: a server of the operator's own, Anthropic, OpenAI,
 * Google. Undefined is the offline model. Fails where a provider is half configured, and names what is missing.
 */
export function chooseProvider(settings: ModelSettings): ChosenProvider | undefined {
  const { MODEL_PROVIDER: wanted, EMBEDDING_MODEL: embeddingModel } = settings;
  const candidates = candidatesIn(settings);
  const chosen =
    wanted === undefined
      ? candidates.find(({ configured }) => configured)
      : candidates.find(({ provider }) => provider === wanted);
  if (chosen && !chosen.configured) fail(`MODEL_PROVIDER is ${chosen.provider}, which needs ${chosen.needs}`);
  if (wanted === undefined) refuseLeftOverModels(settings, candidates);
  if (embeddingModel !== undefined && !(chosen && findProvider(chosen.provider).embedding)) {
    fail(`EMBEDDING_MODEL is set, but ${chosen?.provider ?? 'the offline model'} takes none`);
  }
  if (!chosen) return undefined;
  const { provider } = chosen;
  return {
    provider,
    baseUrl: provider === 'openai-compatible' ? settings.OPENAI_BASE_URL : undefined,
    apiKey: keyOf(provider, settings),
    model: settings[chosen.model] as string | undefined,
    embeddingModel,
  };
}

function candidatesIn(settings: ModelSettings): Candidate[] {
  const candidate = (provider: ProviderName, needs: keyof ModelSettings, model: keyof ModelSettings) => ({
    provider,
    needs,
    model,
    configured: settings[needs] !== undefined,
  });
  return [
    candidate('openai-compatible', 'OPENAI_BASE_URL', 'OPENAI_MODEL'),
    candidate('anthropic', 'ANTHROPIC_API_KEY', 'ANTHROPIC_MODEL'),
    candidate('openai', 'OPENAI_API_KEY', 'OPENAI_MODEL'),
    candidate('google', 'GOOGLE_GENERATIVE_AI_API_KEY', 'GOOGLE_GENERATIVE_AI_MODEL'),
  ];
}

/** A model without the key that goes with it is a slip of whoever configured it. */
function refuseLeftOverModels(settings: ModelSettings, candidates: Candidate[]): void {
  for (const model of new Set(candidates.map((candidate) => candidate.model))) {
    const owners = candidates.filter((candidate) => candidate.model === model);
    if (settings[model] === undefined || owners.some(({ configured }) => configured)) continue;
    const missing = owners.map(({ needs }) => needs).join(' or ');
    fail(`${model} is set, but ${missing} is not`);
  }
}

function keyOf(provider: ProviderName, settings: ModelSettings): string | undefined {
  if (provider === 'anthropic') return settings.ANTHROPIC_API_KEY;
  if (provider === 'google') return settings.GOOGLE_GENERATIVE_AI_API_KEY;
  return settings.OPENAI_API_KEY;
}

function fail(problem: string): never {
  throw new Error(`The model settings are not usable: ${problem}. MODEL_PROVIDER=offline uses none of them.`);
}
