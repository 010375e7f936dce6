import type { Choices } from './choices.ts';
import { seededOrder } from './seeded-order.ts';
import { somethingElse } from './suggest.ts';
import type { Topic } from './topic.ts';
import { mentions } from './words.ts';

/** Something to say when nothing else is left, with a choice. */
export interface NextQuestion {
  text: string;
  choices: Choices;
}

/** A question of the topic that has not been asked yet, or whether to go on at all: there is always a next thing to do. */
export function nextQuestion(
  topic: Topic | undefined,
  saidSoFar: string,
  avoided: readonly string[],
  seed: number,
): NextQuestion {
  const questions = (topic?.questions ?? []).filter(
    ({ text, choices }) => !saidSoFar.includes(text) && !mentions([text, ...choices].join('\n'), avoided),
  );
  const [question] = seededOrder(questions, seed);
  return question ?? { text: 'Shall we go on with this?', choices: ['Yes, go on', somethingElse] };
}
