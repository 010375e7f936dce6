import type { Composition } from './composition.ts';
import { factsOn } from './facts-on.ts';
import { bullets, capitalised, inline, paragraphs, prose } from './markdown.ts';
import { checklist } from './sources.ts';

/** A draft of the text beside a product. */
export function composeProductDescription(composition: Composition): string {
  const { facts, topic } = composition;
  const details = [
    ...facts.audience.slice(0, 1).map((audience) => `**For:** ${inline(audience)}`),
    ...facts.policies.slice(0, 2).map((policy) => `**Good to know:** ${inline(policy)}`),
    ...(facts.name === undefined ? [] : [`**From:** ${facts.name}`]),
  ];
  return paragraphs(
    `### ${topic === undefined ? '[Product name]' : capitalised(topic)}`,
    prose(factsOn(composition, facts.offer, '[What it is, what it is made of, what it costs]')),
    bullets(details),
    checklist(composition),
  );
}
