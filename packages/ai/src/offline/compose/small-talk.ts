import type { Composition } from './composition.ts';
import { bullets, paragraphs } from './markdown.ts';

const examples = [
  '“What is our return policy?”: I look it up in what you told me',
  '“Write a post about our newest product”: I fill a template',
  '“Write an email to a customer about a late delivery”',
  '“Summarise what you know about us”',
];

/** An answer to "hello". */
export function composeGreeting({ facts, sections }: Composition): string {
  if (sections.length === 0) return composeNoContext();
  const about = facts.name === undefined ? '' : ` about **${facts.name}**`;
  return paragraphs(`Hello! I have what you told me${about} at hand. You could ask:`, bullets(examples));
}

/** An answer to "what can you do?". */
export function composeCapabilities(): string {
  return paragraphs(
    'I can look things up in what you told me and fill templates with it. I cannot think or know anything else. Try:',
    bullets(examples),
  );
}

/** An answer to "thank you". */
export function composeThanks(): string {
  return 'You are welcome!';
}

/** An answer to anything that would need a context when there is none. */
export function composeNoContext(): string {
  return paragraphs(
    'There is nothing saved to answer from yet.',
    'Save what I should know and ask again: I will quote and use exactly that.',
  );
}
