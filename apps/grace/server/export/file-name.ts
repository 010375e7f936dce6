import { dayOf } from '../../schedule/zone.ts';

/** "margaret-doses-2026-11-21.csv": whose, what, and the person's day on which it was made. */
export function fileName(
  person: { preferredName: string; timeZone: string },
  what: string,
  now: Date,
  extension: string,
): string {
  const name = person.preferredName
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const plain = name.replace(/^-+|-+$/g, '') || 'person';
  return `${plain}-${what}-${dayOf(person.timeZone, now.getTime())}.${extension}`;
}
