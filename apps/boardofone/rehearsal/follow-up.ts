import { wordsOf } from '../personas/words.ts';
import type { AskedAfterwards, FollowUpAnswer } from '../prompts/follow-up.ts';
import { rehearsalNotice } from './notice.ts';
import { clipped, sentencesOf } from './sentences.ts';

interface Passage {
  where: string;
  text: string;
}

/** Repeats what was said that has most to do with the question, and claims nothing more. */
export function rehearseFollowUp(asked: AskedAfterwards): FollowUpAnswer {
  const { systemPrompt, question } = asked;
  const passage = nearest(question, systemPrompt ? ownWords(asked) : memoWords(asked));
  const answer = [
    `${rehearsalNotice} You asked “${clipped(question)}”.`,
    passage
      ? `${passage.where}: “${clipped(passage.text, 240)}”. I have nothing to add to that.`
      : 'I said nothing in this debate, so there is nothing that I could repeat.',
  ].join(' ');
  return { answer };
}

const ownWords = ({ said }: AskedAfterwards): Passage[] =>
  said.toReversed().flatMap(({ round, text }) =>
    sentencesOf(text)
      .filter((sentence) => !rehearsalNotice.includes(sentence))
      .map((sentence) => ({ where: `In round ${round} I said`, text: sentence })),
  );

const memoWords = ({ memo }: AskedAfterwards): Passage[] =>
  memo.flatMap(({ title, sentences }) =>
    sentences
      .filter((sentence) => !sentence.includes(rehearsalNotice))
      .map((text) => ({ where: `The memo says under “${title}”`, text })),
  );

/** The one that shares most words with the question, short ones left out; the first of equals. */
function nearest(question: string, passages: readonly Passage[]): Passage | undefined {
  const asked = stemsOf(question);
  const shared = ({ text }: Passage) => [...stemsOf(text)].filter((stem) => asked.has(stem)).length;
  return passages.toSorted((one, other) => shared(other) - shared(one))[0];
}

const stemsOf = (text: string): Set<string> =>
  new Set(wordsOf(text).flatMap(({ written, stem }) => (written.length > 3 ? [stem] : [])));
