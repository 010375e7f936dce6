import type {
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { estimateRequestTokens, estimateTokens } from '../usage/estimate-tokens.ts';
import { composeCompany } from './compose/company.ts';
import { composeAnswer } from './compose/compose-answer.ts';
import { composeContinuation } from './compose/continuation.ts';
import { composeTitle } from './compose/title.ts';
import { fillSchema } from './fill-schema.ts';
import { type OfflinePrompt, readPrompt } from './read-prompt.ts';
import { splitChunks } from './split-chunks.ts';

/** A whole answer of the offline model, in the SDK's terms. */
export interface OfflineAnswer {
  text: string;
  finishReason: LanguageModelV4FinishReason;
  usage: LanguageModelV4Usage;
}

const asksForTitle =
  /\b(write|generate|give|suggest|create|make|reply|answer|respond|return)\b[^.\n]{0,60}\btitle\b/i;

/** Answers a prompt of the SDK; the same prompt always gets the same answer. */
export function answerPrompt(call: LanguageModelV4CallOptions): OfflineAnswer {
  const prompt = readPrompt(call.prompt);
  const whole = compose(prompt, call.responseFormat);
  const text = call.maxOutputTokens === undefined ? whole : cutToTokens(whole, call.maxOutputTokens);
  const reason = text === whole ? 'stop' : 'length';
  return {
    text,
    finishReason: { unified: reason, raw: reason },
    usage: usage(estimateRequestTokens(prompt), estimateTokens(text)),
  };
}

function compose(prompt: OfflinePrompt, format: LanguageModelV4CallOptions['responseFormat']): string {
  if (format?.type === 'json') return JSON.stringify(fillSchema(format.schema ?? { type: 'object' }, prompt));
  if (prompt.sections.length === 0 && asksForTitle.test(prompt.instructions)) return composeTitle(prompt);
  return composeCompany(prompt) ?? composeContinuation(prompt) ?? composeAnswer(prompt);
}

function cutToTokens(text: string, limit: number): string {
  let cut = '';
  for (const chunk of splitChunks(text)) {
    if (estimateTokens(cut + chunk) > limit) break;
    cut += chunk;
  }
  return cut;
}

function usage(inputTokens: number, outputTokens: number): LanguageModelV4Usage {
  return {
    inputTokens: { total: inputTokens, noCache: inputTokens, cacheRead: 0, cacheWrite: undefined },
    outputTokens: { total: outputTokens, text: outputTokens, reasoning: 0 },
  };
}
