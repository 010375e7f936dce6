import type { Composition } from './composition.ts';
import { bullets, inline, paragraphs } from './markdown.ts';

/** A general checklist filled with facts, for requests for ideas and plans; it says that it is no more than that. */
export function composePlan({ facts }: Composition): string {
  const goal = facts.goals[0];
  const audience = facts.audience[0];
  const offer = facts.offer[0];
  const basis = [
    ...(goal === undefined ? [] : [`**Goal:** ${goal}`]),
    ...(audience === undefined ? [] : [`**Audience:** ${audience}`]),
    ...(offer === undefined ? [] : [`**Offer:** ${offer}`]),
  ];
  return paragraphs(
    basis.length > 0 ? `What you have to build on:\n\n${bullets(basis)}` : undefined,
    'A general checklist, not advice made for you:',
    [
      `1. Put a number and a date on ${goal === undefined ? 'your goal' : `“${inline(goal)}”`}.`,
      `2. Ask five people ${audience === undefined ? 'you want as customers' : `from your audience (${inline(audience)})`} what nearly kept them from buying.`,
      `3. Show ${offer === undefined ? 'one thing you offer' : `one thing from “${inline(offer)}”`} in one place for two weeks, and count who asks about it.`,
    ].join('\n'),
    'For ideas that weigh these against each other, connect a language model.',
  );
}
