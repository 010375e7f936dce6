import type { AuthorityBasis, CareLevel, CareScope } from '../care/schemas.ts';

/** What each scope lets somebody see, in plain words. */
export const scopeWords: Record<CareScope, string> = {
  medications: 'Medicines and doses',
  notes: 'Notes, except private ones',
  chat_summaries: 'Summaries of conversations with the companion',
  chat_transcripts: 'Every word of conversations with the companion',
  emergency_card: 'The emergency card',
};

/** What each level lets somebody do. */
export const levelWords: Record<CareLevel, string> = {
  view: 'Look, and change nothing',
  log: 'Look, and record doses and notes',
  manage: 'Look, record, and change medicines and times',
};

/** On what authority the holder speaks for the person. */
export const basisWords: Record<AuthorityBasis, string> = {
  self: 'for themselves',
  guardian: 'as legal guardian',
  power_of_attorney: 'with a power of attorney',
  parent: 'as a parent',
};
