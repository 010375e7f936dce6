import type { Decomposition } from '../prompts/decomposition.ts';
import type { Material } from '../prompts/material.ts';
import { clipped, sentencesOf } from './sentences.ts';

/** Takes a problem apart by its own words: alternatives that it names, and its own sentences as questions. */
export function rehearseDecomposition({ problem, context, constraints }: Material): Decomposition {
  const named = alternativesIn(problem);
  const said = sentencesOf(context, constraints);
  const subject = clipped(problem.split(/\n/u)[0] ?? problem, 90);
  const options = named.length > 1 ? named : [`Go ahead: ${subject}`, `Try it small first: ${subject}`];
  return {
    subQuestions: [
      `What would have to be true for this to be right: “${subject}”?`,
      said[0]
        ? `How much does it matter that “${clipped(said[0], 120)}”?`
        : 'What is it that nobody has written down yet?',
      said[1] ? `What follows from “${clipped(said[1], 120)}”?` : 'What does waiting cost?',
    ],
    options: [
      ...options.map((label) => ({ label: clipped(label, 110), description: '', isNothing: false })),
      {
        label: 'Do nothing for now',
        description: 'Leave things as they are and look again later.',
        isNothing: true,
      },
    ],
  };
}

/** “Shall we rent or buy?” names two. */
function alternativesIn(problem: string): string[] {
  const question = problem.split(/\n|(?<=[?!])\s/u).find((line) => / or /iu.test(line)) ?? '';
  const parts = question
    .replace(/^[^:]*\b(should|shall|whether|do|to)\b\s*(we|i|to)?\s*/iu, '')
    .split(/,?\s+or\s+|,\s+/iu)
    .map((part) => part.replace(/[?.!]+$/u, '').trim())
    .filter((part) => part.length > 1 && part.length <= 110);
  const capitalised = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return [...new Set(capitalised)].filter((part) => !/^not$/iu.test(part)).slice(0, 4);
}
