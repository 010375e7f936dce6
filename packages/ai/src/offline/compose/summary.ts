import type { Composition } from './composition.ts';
import { bullets, paragraphs, prose } from './markdown.ts';
import { composeNoContext } from './small-talk.ts';

/** Everything that the context says, section by section. */
export function composeSummary({ sections }: Composition): string {
  if (sections.length === 0) return composeNoContext();
  return paragraphs(
    'This is what you told me:',
    bullets(sections.map(({ label, statements }) => `**${label}:** ${prose(statements)}`)),
  );
}
