/** A model is asked for each of these, so one person may call each as often as somebody in a hurry would, and no more. */
export const answerLimit = { limit: { max: 60, per: 'minute' } } as const;
