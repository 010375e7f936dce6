import { expect, it } from 'vitest';
import type { MemoBody } from '../deliberation/memo.ts';
import { checkMemo } from './memo-claims.ts';

const claim = (text: string, ...contributionIds: string[]) => ({ text, contributionIds });
const memo: MemoBody = {
  recommendation: [claim('Wait.', 'c1', 'c1', 'c2')],
  why: [claim('Because.', 'elsewhere')],
  alternatives: [claim('Or not.', 'elsewhere', 'c2')],
  risks: [claim('Rain.')],
  killCriteria: [],
  nextStep: [],
  unresolved: [],
};

it('a claim is supported by contributions of its own session only', () => {
  expect(checkMemo(memo, ['c1', 'c2'])).toEqual({
    recommendation: [{ text: 'Wait.', contributionIds: ['c1', 'c2'], isSupported: true }],
    why: [{ text: 'Because.', contributionIds: [], isSupported: false }],
    alternatives: [{ text: 'Or not.', contributionIds: ['c2'], isSupported: true }],
    risks: [{ text: 'Rain.', contributionIds: [], isSupported: false }],
    killCriteria: [],
    nextStep: [],
    unresolved: [],
  });
});
