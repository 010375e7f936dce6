import { isOtherLanguage } from '../language/is-other-language.ts';
import type { Persona } from './persona.ts';
import { stemOf, wordsOf } from './words.ts';

export interface ProblemText {
  problem: string;
  context?: string;
  options?: readonly string[];
}

export interface Relevance {
  score: number;
  /** The words of the text that call for this persona, the most telling first, as they were written. */
  words: readonly string[];
}

const contextWeight = 0.5;

/** How strongly a text calls for each persona, by code. A word that calls for few of them says more than one that calls for many. */
export function relevanceOf(text: ProblemText, personas: readonly Persona[]): Map<string, Relevance> {
  const stems = new Map(personas.map(({ code, keywords }) => [code, new Set(keywords.map(stemOf))]));
  const callers = new Map<string, number>();
  for (const stem of [...stems.values()].flatMap((own) => [...own])) {
    callers.set(stem, (callers.get(stem) ?? 0) + 1);
  }
  // Keywords are English: what looks like one in another language is none.
  const isForeign = isOtherLanguage(`${text.problem}\n${text.context ?? ''}`);
  const spoken = isForeign ? new Map<string, SpokenWord>() : spokenWords(text);
  return new Map(
    personas.map(({ code }) => {
      const hits = [...(stems.get(code) ?? [])].flatMap((stem) => {
        const word = spoken.get(stem);
        const rarity = Math.log((personas.length + 1) / (callers.get(stem) ?? 1));
        return word ? [{ stem, written: word.written, value: word.weight * rarity }] : [];
      });
      // In one order, so that the sum does not depend on how the text is ordered.
      hits.sort((a, b) => b.value - a.value || (a.stem < b.stem ? -1 : 1));
      const score = hits.reduce((sum, { value }) => sum + value, 0);
      return [code, { score, words: hits.map(({ written }) => written) }];
    }),
  );
}

interface SpokenWord {
  written: string;
  weight: number;
}

function spokenWords({ problem, context = '', options = [] }: ProblemText): Map<string, SpokenWord> {
  const spoken = new Map<string, SpokenWord>();
  const add = (text: string, weight: number) => {
    for (const { written, stem } of wordsOf(text)) {
      const known = spoken.get(stem);
      // Of several forms the shortest is shown, whichever part of the text comes first.
      const shown = known ? shorter(known.written, written) : written;
      spoken.set(stem, { written: shown, weight: Math.max(weight, known?.weight ?? 0) });
    }
  };
  for (const text of [problem, ...options]) add(text, 1);
  add(context, contextWeight);
  return spoken;
}

const shorter = (a: string, b: string) => {
  if (a.length !== b.length) return a.length < b.length ? a : b;
  return a < b ? a : b;
};
