import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fillString } from './fill-string.ts';
import { readPrompt } from './read-prompt.ts';

const prompt = readPrompt([
  { role: 'system', content: '## Opening hours\nMonday to Friday.' },
  { role: 'user', content: [{ type: 'text', text: 'When?' }] },
]);
const fill = (schema: object, name = 'x') => fillString(schema, { name, prompt });

describe('filling a text', () => {
  it('looks up the property in the context, by its name or its description', () => {
    expect(fill({}, 'openingHours')).toBe('Monday to Friday.');
    expect(fill({ description: 'When the shop opens, its hours' })).toBe('Monday to Friday.');
  });

  it('keeps to the lengths', () => {
    expect(fill({ maxLength: 6 }, 'hours')).toBe('Monday');
    expect(fill({ minLength: 20 }, 'hours')).toBe('Monday to Friday....');
  });

  it.each([
    ['email', z.email()],
    ['uri', z.url()],
    ['uuid', z.uuid()],
    ['date', z.iso.date()],
    ['date-time', z.iso.datetime()],
    ['time', z.iso.time()],
    ['duration', z.iso.duration()],
    ['ipv4', z.ipv4()],
    ['ipv6', z.ipv6()],
  ])('gives a valid %s', (format, schema) => {
    expect(schema.safeParse(fill({ format })).success).toBe(true);
  });
});
