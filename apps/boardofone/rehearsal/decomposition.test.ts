import { expect, it } from 'vitest';
import { rehearseDecomposition } from './decomposition.ts';

const optionsOf = (problem: string) =>
  rehearseDecomposition({
    problem,
    context: '',
    constraints: '',
    decideBy: null,
    reversibility: 'unknown',
    subQuestions: [],
    options: [],
    facts: [],
  }).options.map(({ label }) => label);

it('the alternatives of a question are its own, without the sentences around it', () => {
  const question = 'Should we open a second bakery, or extend the one we have?';
  const options = ['Open a second bakery', 'Extend the one we have', 'Do nothing for now'];

  expect(optionsOf(question)).toEqual(options);
  expect(optionsOf(`${question} Ours sells out by eleven.`)).toEqual(options);
  expect(optionsOf(`It is hard! ${question}`)).toEqual(options);
});
