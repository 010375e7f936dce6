/** When the month of a moment began, by UTC: what is counted by the month begins anew then. */
export const monthBegan = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
