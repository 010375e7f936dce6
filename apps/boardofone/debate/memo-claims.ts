import type { Claim, MemoBody } from '../deliberation/memo.ts';

/** A sentence of the memo, with those contributions only that are there. */
export interface CheckedClaim extends Claim {
  /** It rests on at least one contribution of the session. */
  isSupported: boolean;
}

export type CheckedMemo = Record<keyof MemoBody, CheckedClaim[]>;

/** Every claim of a memo held against the contributions of its session. */
export function checkMemo(memo: MemoBody, sessionContributionIds: readonly string[]): CheckedMemo {
  const known = new Set(sessionContributionIds);
  const check = (claims: readonly Claim[]) => claims.map((claim) => checkClaim(claim, known));
  return {
    recommendation: check(memo.recommendation),
    why: check(memo.why),
    alternatives: check(memo.alternatives),
    risks: check(memo.risks),
    killCriteria: check(memo.killCriteria),
    nextStep: check(memo.nextStep),
    unresolved: check(memo.unresolved),
  };
}

function checkClaim({ text, contributionIds }: Claim, known: ReadonlySet<string>): CheckedClaim {
  const rested = [...new Set(contributionIds)].filter((id) => known.has(id));
  return { text, contributionIds: rested, isSupported: rested.length > 0 };
}
