import { createFenceReader } from './fences.ts';

/** Definitions of links and footnotes reach across the whole text: such a text stays in one piece. */
const definition = /^ {0,3}\[[^\]]+\]:/m;

/** A line after which an open list, quote or code goes on. */
const continuation = /^(?:\s|[-*+>]|\d{1,9}[.)])/;

/**
 * Splits Markdown where a blank line ends everything that was open, so that each part renders alone exactly as it
 * does inside the whole. Joined with line breaks the parts are the text again.
 */
export function splitBlocks(text: string): string[] {
  if (definition.test(text)) return [text];
  const fence = createFenceReader();
  const blocks: string[] = [];
  let block: string[] = [];
  let blank = false;
  for (const line of text.split('\n')) {
    if (blank && !fence.inside && line.trim() !== '' && !continuation.test(line)) {
      blocks.push(block.join('\n'));
      block = [];
    }
    block.push(line);
    fence.read(line);
    blank = line.trim() === '';
  }
  return [...blocks, block.join('\n')];
}
