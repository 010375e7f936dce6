const words: Record<string, string> = {
  cost_cap: 'What is left under this session’s cap does not cover another answer.',
  daily_quota: 'Your share of the language model is used up for today. Ask again after midnight UTC.',
  no_consent: 'You no longer agree that language models read what you enter. Agree again, then ask again.',
  fault: 'Something went wrong on our side, however often it was tried.',
  MODEL_KEY_INVALID: 'The language model did not take the key of this site.',
  MODEL_RATE_LIMITED: 'The language model is busy.',
  MODEL_TIMEOUT: 'The language model did not answer in time.',
  MODEL_REFUSED: 'The language model declined to answer.',
  MODEL_MALFORMED: 'The language model sent an answer that cannot be read.',
  MODEL_STREAM_CUT: 'The connection broke off in mid-answer.',
  MODEL_CONTEXT_TOO_LONG: 'There was too much to read for the language model.',
};

/** Why a question has no answer, for people. */
export const failureWords = (failure: string | null): string =>
  words[failure ?? ''] ?? 'The language model cannot be used right now.';
