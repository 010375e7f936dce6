import type { personaTrials } from '../../db/schema/persona-trials.ts';
import type { Trial } from './schemas.ts';

/** A trial as its owner sees it. */
export function shownTrial(trial: typeof personaTrials.$inferSelect): Trial {
  const { id, personaVersion: version, question, answer, isRehearsal, cost } = trial;
  return { id, version, question, answer, isRehearsal, cost };
}
