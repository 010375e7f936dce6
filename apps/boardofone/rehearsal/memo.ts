import type { SessionOutcome } from '../deliberation/outcome.ts';
import type { Material } from '../prompts/material.ts';
import type { CitedContribution, MemoAnswer } from '../prompts/memo.ts';
import { rehearsalNotice } from './notice.ts';
import { clipped, sentencesOf } from './sentences.ts';

interface Debate {
  contributions: readonly CitedContribution[];
  outcome: Pick<SessionOutcome, 'kind' | 'optionId' | 'words'>;
}

/** A memo that quotes what was said and claims nothing more. */
export function rehearseMemo(material: Material, { contributions, outcome }: Debate): MemoAnswer {
  const option = material.options.find(({ id }) => id === outcome.optionId);
  const lastRound = Math.max(0, ...contributions.map(({ round }) => round));
  const last = contributions.filter(({ round }) => round === lastRound);
  const behind = last.filter((one) => one.option === option?.key);
  const against = last.filter((one) => one.option !== option?.key);
  const quote = ({ key, argument }: CitedContribution) => ({
    text: `“${clipped(argument.replace(rehearsalNotice, '').trim(), 240)}”`,
    sources: [key],
  });
  const fact = sentencesOf(material.context, material.constraints)[0];
  return {
    recommendation: [
      {
        text: option
          ? `Take “${option.label}”. ${outcome.words}`
          : `Nothing is recommended. ${outcome.words}`,
        sources: (option ? behind : last).map(({ key }) => key).slice(0, 8),
      },
      { text: `${rehearsalNotice} These sentences are put together from what was entered.`, sources: [] },
    ],
    why: behind.slice(0, 3).map(quote),
    alternatives: against.slice(0, 3).map(quote),
    risks: last.slice(0, 2).map(({ key, dealbreaker }) => ({ text: dealbreaker, sources: [key] })),
    killCriteria: behind
      .slice(0, 1)
      .map(({ key, dealbreaker }) => ({ text: `Stop if: ${dealbreaker}`, sources: [key] })),
    nextStep: [
      {
        text: fact ? `Check this first: “${clipped(fact)}”.` : 'Write down what you already know.',
        sources: [],
      },
    ],
    unresolved: material.subQuestions.slice(0, 2).map((text) => ({ text, sources: [] })),
  };
}
