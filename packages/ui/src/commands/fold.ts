/**
 * A text as the palette compares it: without case and accents, and exactly as long as before, so that a position in
 * one is a position in the other.
 */
export function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => foldUnit(text.charAt(at))).join('');
}

const accent = /\p{M}/u;

function foldUnit(unit: string): string {
  const [base = unit, mark = ''] = unit.normalize('NFD');
  const plain = accent.test(mark) ? base : unit;
  const lower = plain.toLowerCase();
  return lower.length === 1 ? lower : plain;
}
