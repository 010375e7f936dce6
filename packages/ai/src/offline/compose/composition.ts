import { type BusinessFacts, businessFacts } from '../business-facts.ts';
import type { ContextSection } from '../read-context.ts';
import type { OfflinePrompt } from '../read-prompt.ts';
import { topicOf } from './topic-of.ts';

/** What a template is given. */
export interface Composition {
  question: string;
  /** What a request is about, in the user's own words. */
  topic: string | undefined;
  sections: ContextSection[];
  facts: BusinessFacts;
  previousAnswer: string | undefined;
}

/** Turns one request into Markdown, without the notice. */
export type Template = (composition: Composition) => string;

/** A request says what it wants at its start; patterns never run over a pasted document. */
export const charactersRead = 1000;

/** Prepares a prompt for the templates. */
export function prepareComposition({
  question,
  owner,
  sections,
  previousAnswer,
}: OfflinePrompt): Composition {
  return {
    question,
    topic: topicOf(question.slice(0, charactersRead)),
    sections,
    facts: businessFacts(sections, owner),
    previousAnswer,
  };
}
