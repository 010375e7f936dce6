import { ModelError, type ModelErrorCode } from '../model-error.ts';

/** What a provider says went wrong: an HTTP status, and the `error` object of its answer. */
interface ErrorResponse {
  status: number | undefined;
  body: { code?: unknown; type?: unknown; message?: unknown };
  retryAfterMs?: number | undefined;
}

// Each says it in its own way, some only in prose: OpenAI, vLLM, llama.cpp and LM Studio, then Anthropic, then Google.
const contextTooLong =
  /context_length_exceeded|exceed_context_size|maximum context length|context (length|window|size)|prompt is too long|exceeds the maximum number of tokens/i;
const refused = /content_filter|content_policy_violation|content filtering policy/i;
const keyInvalid = /invalid_api_key|API key (not valid|expired)/i;
const quotaUsedUp = /rate_limit|insufficient_quota|RESOURCE_EXHAUSTED|credit balance is too low/i;

/** Chooses the code for an error that a provider reported, by status first and by its own words where they are clearer. */
export function modelErrorOfResponse(response: ErrorResponse): ModelError {
  const { status, retryAfterMs } = response;
  const detail = status === undefined ? undefined : `HTTP ${status}`;
  return new ModelError(codeOf(response), { detail, retryAfterMs });
}

function codeOf({ status = 0, body }: ErrorResponse): ModelErrorCode {
  const words = [body.code, body.type, body.message].filter((word) => typeof word === 'string').join(' ');
  if (status === 401 || status === 403 || keyInvalid.test(words)) return 'MODEL_KEY_INVALID';
  if (status === 429 || status === 402 || quotaUsedUp.test(words)) return 'MODEL_RATE_LIMITED';
  if (status === 408) return 'MODEL_TIMEOUT';
  if (status === 413) return 'MODEL_CONTEXT_TOO_LONG';
  if (status < 500 && contextTooLong.test(words)) return 'MODEL_CONTEXT_TOO_LONG';
  if (status < 500 && refused.test(words)) return 'MODEL_REFUSED';
  return 'MODEL_UNAVAILABLE';
}
