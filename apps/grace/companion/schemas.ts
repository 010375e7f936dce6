/** Whether a person likes to talk about something, or would rather not. */
export const preferences = ['favourite', 'avoid'] as const;

/** Who says something in a conversation. */
export const speakers = ['person', 'companion'] as const;

/** Where a turn comes from: talk, or a rule that does not ask a model. */
export const turnKinds = ['talk', 'opening', 'dose', 'safety'] as const;

export const turnStatuses = ['streaming', 'complete', 'stopped', 'interrupted', 'error'] as const;

/** What a phrase that the list of safety phrases has is a sign of. */
export const alertKinds = ['emergency', 'fall', 'distress'] as const;

/** Who wrote a summary. */
export const summarySources = ['extract', 'model'] as const;
