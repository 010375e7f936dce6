import type { ContextSectionKey } from '../../server/contexts/schemas.ts';
import type { BusinessDetails } from '../client.ts';

// In this order the questions are most use to somebody who has just described their business.
const questions: [ContextSectionKey, (name: string) => string][] = [
  ['goals', () => 'Suggest three next steps towards our goals.'],
  ['policies', () => 'Draft a reply to a customer who asks about our return policy.'],
  ['offers', (name) => `Write a short post about what ${name} offers.`],
  ['audience', () => 'Who are our customers, and why do they buy from us?'],
  ['company', (name) => `Summarise ${name} in two sentences for our website.`],
  ['tone', () => 'Draft a message in our tone of voice: we are closed next week.'],
  ['doNotSay', () => 'What should we avoid saying, and what do we say instead?'],
];

const always = [
  (name: string) => `What do you know about ${name}?`,
  () => 'Draft a friendly reply to a customer who asks when we are open.',
  () => 'Suggest three ideas that bring in new customers.',
];

const count = 3;

/** Three questions to begin with, drawn from what the business has told. */
export function sampleQuestions({ name, fields }: Pick<BusinessDetails, 'name' | 'fields'>): string[] {
  const told = questions.filter(([key]) => fields[key].trim() !== '').map(([, ask]) => ask(name));
  return [...told, ...always.map((ask) => ask(name))].slice(0, count);
}
