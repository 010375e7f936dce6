import { splitStatements } from '../read-context.ts';
import type { Composition } from './composition.ts';
import { paragraphs } from './markdown.ts';
import { notice } from './notice.ts';
import { composeReply } from './reply.ts';

const sentencesKept = 3;

/** The first sentences of the previous answer, for "make it shorter". */
export function composeShorter(composition: Composition): string {
  const previous = composition.previousAnswer?.replace(notice, '').trim();
  if (!previous) return composeReply(composition);
  const lines = previous.split('\n').filter((line) => line !== '' && !/^(#|\*[^*])/.test(line));
  const sentences = lines.flatMap(splitStatements).slice(0, sentencesKept);
  return paragraphs('The start of my last answer, cut short:', sentences.join(' '));
}
