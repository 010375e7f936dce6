import { ImportProblems, inTheFile } from './import-problems.ts';

const depthMax = 20;
/** Lines of a list of the record, and what may be listed within one line. */
const [linesMax, withinMax] = [50_000, 1_000];
const hostileKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** JSON without anything that would be more than data, or that no database can keep. */
export function parseJson(text: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw inTheFile('It is not JSON. Choose the file that was saved with “Save everything”, unchanged.');
  }
  inspect(parsed, []);
  return parsed;
}

function inspect(value: unknown, path: readonly (string | number)[]): void {
  if (path.length > depthMax) throw refusal(path, 'This goes deeper than a record does.');
  if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
    throw refusal(path, 'This holds a character that cannot be kept.');
  if (Array.isArray(value)) {
    // The lists are at most two names deep. Here, because a schema looks at everything in a list before it looks at its length.
    if (value.length > (path.length <= 2 ? linesMax : withinMax))
      throw refusal(path, 'There are too many here.');
    for (const [index, item] of value.entries()) inspect(item, [...path, index]);
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      const below = [...path, key];
      if (hostileKeys.has(key)) throw refusal(below, 'This is no field of a record.');
      inspect(item, below);
    }
  }
}

const refusal = (path: readonly (string | number)[], what: string) =>
  new ImportProblems([{ where: placeOf(path), what }]);

/** "medicines.doses[3].amount": lines are counted from one. */
export function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((step) => (typeof step === 'number' ? `[${step + 1}]` : `.${String(step).slice(0, 40)}`))
    .join('');
  return place.replace(/^\./, '') || 'The file';
}
