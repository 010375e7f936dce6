import { stemmer } from 'stemmer';

/** Without accents and capitals, so that a keyboard that lacks them finds the same. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export interface Word {
  written: string;
  /** The same for "hire", "hired" and "hiring". */
  stem: string;
}

export const stemOf = (word: string) => stemmer(fold(word));

export function wordsOf(text: string): Word[] {
  const found = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return found.map((written) => ({ written: written.toLowerCase(), stem: stemOf(written) }));
}
