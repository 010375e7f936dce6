/** Why the rounds ended. */
export const stopReasons = ['stability', 'certainty', 'max_rounds'] as const;
export type StopReason = (typeof stopReasons)[number];
