import type { Ballot, BallotOption } from './ballot.ts';

/** What is wrong with a ballot, in words that can be told to who cast it; nothing is a good ballot. */
export function checkBallot(
  { abstained, choice, ranking, approvals }: Ballot,
  options: readonly BallotOption[],
): string[] {
  const known = new Set(options.map(({ id }) => id));
  const ranked = ranking.flat();
  if (abstained)
    return choice === null && ranked.length === 0 && approvals.length === 0
      ? []
      : ['An abstention names no option.'];
  const named = [...(choice === null ? [] : [choice]), ...ranked, ...approvals];
  const problems: [isWrong: boolean, words: string][] = [
    [choice === null, 'A vote names one option as its choice; who has none abstains.'],
    [named.some((id) => !known.has(id)), 'A vote names only options that stand for election, by their id.'],
    [new Set(ranked).size < ranked.length, 'An option stands in the ranking once.'],
    [new Set(approvals).size < approvals.length, 'An option is approved of once.'],
    [choice !== null && ranked.length > 0 && !ranking[0]?.includes(choice), 'The choice is ranked first.'],
    [choice !== null && approvals.length > 0 && !approvals.includes(choice), 'The choice is approved of.'],
  ];
  return problems.filter(([isWrong]) => isWrong).map(([, words]) => words);
}
