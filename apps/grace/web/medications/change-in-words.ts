import type { FieldChange } from '../../medicine/schemas.ts';
import { formatInstant } from '../formats/format-time.ts';
import { inReadersClock } from '../formats/in-readers-clock.ts';

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** "Strength: was 500 mg, now 850 mg"; times as the reader's clock is written. */
export function changeInWords({ field, before, after }: FieldChange, zone: string): string {
  const said = (value: string) => (instant.test(value) ? formatInstant(zone, value) : inReadersClock(value));
  if (before === '') return `${field}: ${said(after)}`;
  return `${field}: was ${said(before)}, now ${after === '' ? 'empty' : said(after)}`;
}
