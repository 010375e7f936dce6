import type { Composition } from './composition.ts';
import { factsOn } from './facts-on.ts';
import { capitalised, inline, paragraphs, prose } from './markdown.ts';
import { checklist } from './sources.ts';

/** A draft for a social network or a newsletter. */
export function composePost(composition: Composition): string {
  const { facts, topic } = composition;
  const name = facts.name ?? '[your business]';
  const offer = factsOn(composition, facts.offer, '[what you offer]');
  const audience = facts.audience[0];
  return paragraphs(
    '### Draft post',
    `**${topic === undefined ? `News from ${name}` : `${capitalised(topic)} — ${name}`}**`,
    prose(offer),
    audience === undefined ? undefined : `Made for: ${inline(audience)}.`,
    'Questions? Write to us, we are happy to help.',
    checklist(composition),
  );
}
