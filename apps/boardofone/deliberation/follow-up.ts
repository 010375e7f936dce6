/** How a question that was put after the end stands. */
export const followUpStatuses = ['asked', 'answered', 'failed'] as const;

/** Why a question has no answer, besides what can fail with a model. */
export const followUpRefusals = ['cost_cap', 'daily_quota', 'no_consent', 'fault'] as const;
export type FollowUpRefusal = (typeof followUpRefusals)[number];

/** So many questions can follow one session. */
export const followUpsMax = 50;
