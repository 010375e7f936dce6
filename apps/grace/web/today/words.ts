import type { SkipReason } from '../../administration/schemas.ts';
import type { Profile } from '../client.ts';

/** Why a dose was left out, as people say it. */
export const skipReasons: Record<SkipReason, string> = {
  refused: 'Did not want it',
  asleep: 'Was asleep',
  unwell: 'Felt unwell',
  away: 'Was not at home',
  none_left: 'There was none left',
  clinician_told: 'A doctor, nurse or pharmacist said so',
  other: 'Something else',
};

export const effects = {
  helped: 'Yes, it helped',
  helped_a_little: 'A little',
  did_not_help: 'No',
  cannot_tell: 'Cannot tell',
} as const;

/** Words of the page: shorter where somebody asked for plain ones, and in the first person for the person themselves. */
export function wordsFor({ isPlain, basis, rights }: Pick<Profile, 'isPlain' | 'basis' | 'rights'>) {
  const isOwn = basis === 'self' && rights.isHolder;
  return {
    given: isOwn ? 'I took it' : 'Given',
    toGive: isOwn ? 'to take' : 'to give',
    overdue: isPlain ? 'Late' : 'Overdue',
    due: 'Now',
    later: 'Later today',
    asNeeded: isPlain ? 'Only when needed' : 'As needed',
    done: 'Done',
    missed: isPlain ? 'Not taken' : 'Missed',
    held: 'Paused',
    /** Plain pages leave out what is not needed to do the next thing. */
    hasDetails: !isPlain,
  };
}
export type Words = ReturnType<typeof wordsFor>;
