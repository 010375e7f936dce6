import type { Command } from './command.ts';
import { fold } from './fold.ts';

/** A command that fits, with the parts of its label that made it fit. */
export interface FoundCommand {
  command: Command;
  /** From and to in the label, in order and apart. */
  matches: [from: number, to: number][];
}

/** Commands under one heading. */
export interface FoundGroup {
  label: string;
  found: FoundCommand[];
}

/** The commands that have every word of the query, the closest first, under their headings. */
export function findCommands(commands: Command[], query: string): FoundGroup[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const ranked = commands
    .map((command) => ({ command, rank: rankOf(command, words), matches: matchesIn(command.label, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank);
  const groups = Map.groupBy(ranked, ({ command }) => command.group ?? 'Actions');
  return [...groups].map(([label, found]) => ({ label, found }));
}

const ranks = { beginsLabel: 4, beginsWord: 3, inLabel: 2, elsewhere: 1, nowhere: 0 };

/** As good as the word that fits least. */
function rankOf({ label, group = '', keywords = '' }: Command, words: string[]): number {
  const folded = fold(label);
  const others = fold(`${group} ${keywords}`);
  const rank = (word: string) => {
    if (folded.startsWith(word)) return ranks.beginsLabel;
    if (beginsWord(folded, word)) return ranks.beginsWord;
    if (folded.includes(word)) return ranks.inLabel;
    return others.includes(word) ? ranks.elsewhere : ranks.nowhere;
  };
  return Math.min(ranks.beginsLabel, ...words.map(rank));
}

function beginsWord(text: string, word: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word));
}

function matchesIn(label: string, words: string[]): [number, number][] {
  const folded = fold(label);
  const found = words
    .map((word): [number, number] => [folded.indexOf(word), folded.indexOf(word) + word.length])
    .filter(([from]) => from >= 0)
    .sort(([one], [other]) => one - other);
  const apart: [number, number][] = [];
  for (const [from, to] of found) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}
