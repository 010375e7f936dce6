import type { ContextSectionKey } from '../../server/contexts/schemas.ts';
import type { BusinessDetails } from '../client.ts';

// In this order the questions are most use to somebody who has just described their business.
const questions: [ContextSectionKey, (name: string) => string][] = [
  ['goals', () => 'Which three small steps this week bring me closer to my goals?'],
  ['policies', () => 'A customer is unhappy and wants their money back. What do I answer?'],
  ['offers', (name) => `Write a short post about what ${name} offers this season.`],
  ['audience', () => 'How do I explain what we do to a new customer in two sentences?'],
  ['tone', () => 'Put this into our tone: “We are closed next week because of a holiday.”'],
  ['company', (name) => `Write a welcome text about ${name} for the website.`],
  ['doNotSay', () => 'Which words should I avoid when I write about us, and what do I say instead?'],
];

const always = [
  (name: string) => `What do you know about ${name}?`,
  () => 'What should I tell you first, so that your answers get better?',
  () => 'Draft a friendly reply to a customer who asks when we are open.',
];

const count = 3;

/** Three questions to begin with, drawn from what the business has told. */
export function sampleQuestions({ name, fields }: Pick<BusinessDetails, 'name' | 'fields'>): string[] {
  const told = questions.filter(([key]) => fields[key].trim() !== '').map(([, ask]) => ask(name));
  return [...told, ...always.map((ask) => ask(name))].slice(0, count);
}
