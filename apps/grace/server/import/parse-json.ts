import { ImportProblems, inTheFile } from './import-problems.ts';

const depthMax = 20;
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
