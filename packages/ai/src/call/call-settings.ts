import type { ModelRequest } from '../port.ts';

// The SDK prints warnings on stderr unless told otherwise. They speak to the developer of a call ("topK is not
// supported"), repeat on each call and would land in the log of a server; nothing here depends on them.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** What every call of the SDK is given. Retries are the caller's decision: only it knows what was already shown. */
export function callSettings(request: ModelRequest) {
  const { system, messages, maxOutputTokens, temperature } = request;
  return {
    ...(system === '' ? {} : { instructions: system }),
    messages,
    maxRetries: 0,
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
  };
}
