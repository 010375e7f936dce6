import type { MemoBody } from '../deliberation/memo.ts';

/** The parts of a memo, in the order in which they are read. */
export const memoSections: readonly { key: keyof MemoBody; title: string }[] = [
  { key: 'recommendation', title: 'Recommendation' },
  { key: 'why', title: 'Why' },
  { key: 'alternatives', title: 'Alternatives' },
  { key: 'risks', title: 'Risks' },
  { key: 'killCriteria', title: 'When to stop' },
  { key: 'nextStep', title: 'Next step' },
  { key: 'unresolved', title: 'Unresolved questions' },
];
