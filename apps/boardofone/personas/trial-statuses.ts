/** How far a trial of a voice is: asked while the model may be answering. */
export const trialStatuses = ['asked', 'answered', 'failed'] as const;
