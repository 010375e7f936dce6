/** What a model is asked for. */
export const callPurposes = ['decomposition', 'baseline', 'position', 'vote', 'memo'] as const;
export type CallPurpose = (typeof callPurposes)[number];

/** Reserved while it may cost something, settled once its result is kept, failed when nothing came of it, again before it is retried. */
export const callStatuses = ['reserved', 'again', 'settled', 'failed'] as const;
export type CallStatus = (typeof callStatuses)[number];
