import { findStatements } from '../find-statements.ts';
import type { Composition } from './composition.ts';
import { capitalised, paragraphs, prose } from './markdown.ts';
import { checklist } from './sources.ts';

const factsInEmail = 3;
const notForCustomers =
  /goal|aim|objective|audience|customer|client|target|tone|voice|style|do.?n[o']t|not.say|avoid|never/i;

/** A draft of a message to a customer. Only sections that a customer may read are quoted. */
export function composeEmail(composition: Composition): string {
  const { question, topic, facts, sections } = composition;
  const shareable = sections.filter(({ label }) => !notForCustomers.test(label));
  const found = findStatements(question, shareable, factsInEmail).map(({ statement }) => statement);
  const body = found.length > 0 ? found : [...facts.offer, ...facts.policies].slice(0, factsInEmail);
  return paragraphs(
    `**Subject:** ${topic === undefined ? `A message from ${facts.name ?? '[your business]'}` : capitalised(topic)}`,
    'Hello [name],',
    'Thank you for getting in touch with us.',
    body.length > 0 ? prose(body) : '[What you want to tell them]',
    'If anything is unclear, simply reply to this message.',
    `Kind regards,\n\n${facts.name ?? '[your business]'}`,
    checklist(composition),
  );
}
