/** How bad an allergy is, where somebody knows. */
export const severityWords: Record<string, string> = { mild: 'mild', moderate: 'moderate', severe: 'severe' };
