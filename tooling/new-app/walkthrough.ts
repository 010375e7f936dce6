import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A section of the document, and what it has a developer write. */
export interface Section {
  heading: string;
  /** Lines that are new, those that only name the file aside. */
  lines: number;
}

const block = /```(\w+)\n\/\/ (\S+)\n([\s\S]*?)```/g;

/**
 * Does to the workspace at `root` what the code blocks of a document say that begin with the name of a file: a new file as it
 * stands, a `diff` where its lines are.
 *
 * @throws with the block that cannot be followed
 */
export function followWalkthrough(root: string, document: string): Section[] {
  return document.split(/^## /m).map((section) => {
    const blocks = [...section.matchAll(block)];
    const counts = blocks.map(([, kind, path = '', text = '']) =>
      kind === 'diff' ? change(`${root}/${path}`, text) : create(`${root}/${path}`, text),
    );
    return { heading: section.split('\n')[0] ?? '', lines: counts.reduce((sum, count) => sum + count, 0) };
  });
}

function create(path: string, text: string): number {
  if (existsSync(path)) throw new Error(`${path} is there already: show its change as a diff.`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return linesOf(text).length;
}

function change(path: string, diff: string): number {
  const lines = linesOf(diff);
  const [before, after] = ['-', '+'].map((sign) =>
    lines
      .filter((line) => line.startsWith(' ') || line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join(''),
  ) as [string, string];
  const parts = readFileSync(path, 'utf8').split(before);
  if (parts.length !== 2) throw new Error(`${path} has these lines ${parts.length - 1} times:\n${before}`);
  writeFileSync(path, parts.join(after));
  return lines.filter((line) => line.startsWith('+')).length;
}

function linesOf(text: string): string[] {
  return text.split('\n').slice(0, -1);
}
