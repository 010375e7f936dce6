import { createFenceReader } from './fences.ts';

/** A last line that is nothing but the beginning of a mark: it may become a list, a heading, a rule or a table. */
const bareMark = /(?:^|\n)[ \t]*(?:[-*+=_#>~`|]+|\d{1,3}[.)]?)[ \t]*$/;

/** A link whose address is still being written. */
const unfinishedLink = /!?\[([^[\]\n]*)\]\([^()\n]*$/;

/**
 * Makes the end of a text that is still being written look like what it is going to be: open emphasis is closed, a
 * half-written link shows its text, a table waits for its second row. Without this, lines jump while they grow.
 */
export function settleMarkdown(block: string): string {
  const fence = createFenceReader();
  for (const line of block.split('\n')) fence.read(line);
  if (fence.inside) return block;
  return closeMarks(holdTable(block).replace(bareMark, '').replace(unfinishedLink, '$1'));
}

/** Hides a table until its delimiter row is complete; before that it would be a paragraph of bars. */
function holdTable(block: string): string {
  const start = block.lastIndexOf('\n\n') + 1;
  const lines = block.slice(start).trimStart().split('\n');
  if (!lines[0]?.trimStart().startsWith('|')) return block;

  return lines.length > 2 ? block : block.slice(0, start);
}

/** Closes what the last paragraph leaves open, or takes an opening mark away that has nothing behind it yet. */
function closeMarks(block: string): string {
  const start = block.lastIndexOf('\n\n') + 1;
  const closed = ['`', '**', '~~'].reduce((text, mark) => closeMark(text, start, mark), block);
  return closeEmphasis(closed, start);
}

function closeMark(text: string, start: number, mark: string): string {
  const paragraph = text.slice(start).replace(/\\./g, '  ');
  const visible = mark === '`' ? paragraph : paragraph.replace(/`[^`]*`/g, '');
  if (visible.split(mark).length % 2 === 1) return text;
  const trimmed = text.trimEnd();
  return trimmed.endsWith(mark) ? trimmed.slice(0, -mark.length) : trimmed + mark;
}

/** A single star opens only in front of a word and closes only behind one: lists and products have them too. */
function closeEmphasis(text: string, start: number): string {
  const visible = text
    .slice(start)
    .replace(/\\.|\*\*/g, '  ')
    .replace(/`[^`]*`/g, '');
  const opened = visible.split(/(?<![\w*])\*(?=[^\s*])/).at(-1) ?? '';
  const open = opened !== visible && !/[^\s*]\*/.test(opened);
  return open ? `${text.trimEnd()}*` : text;
}
