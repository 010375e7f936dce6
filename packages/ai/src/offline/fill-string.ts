import { findStatements } from './find-statements.ts';
import type { JsonSchema } from './json-schema.ts';
import type { OfflinePrompt } from './read-prompt.ts';

const byFormat: Record<string, string> = {
  date: '2026-01-01',
  'date-time': '2026-01-01T09:00:00Z',
  time: '09:00:00',
  duration: 'P1D',
  email: 'someone@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  uuid: '01890a5d-ac96-774b-bcce-b302099a8057',
};

// For patterns that a sentence does not match: the shapes that schemas ask for most.
const commonShapes = [
  ...Object.values(byFormat),
  'example',
  'Example',
  'EXAMPLE',
  'A',
  'a',
  '1',
  '10',
  '1.00',
  'EUR',
  'en',
  'en-GB',
  '#336699',
];

/** Text for a property: its format's example, or what the context says on it, cut or padded to the wanted length. */
export function fillString(
  schema: JsonSchema,
  { name, prompt }: { name: string; prompt: OfflinePrompt },
): string {
  const { format, pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const words = wordsOn(`${name.replace(/([a-z])([A-Z])/g, '$1 $2')} ${schema.description ?? ''}`, prompt);
  const text = fit(words, minLength, maxLength);
  const wanted = format === undefined ? undefined : byFormat[format];
  const candidates = [...(wanted === undefined ? [] : [wanted]), text, ...commonShapes];
  return (
    candidates.find((candidate) => matches(candidate, pattern) && fits(candidate, minLength, maxLength)) ??
    text
  );
}

function wordsOn(property: string, { sections, question }: OfflinePrompt): string {
  const [found] = findStatements(property, sections, 1);
  const [first] = findStatements(question, sections, 1);
  return found?.statement ?? first?.statement ?? (question || 'Offline rehearsal');
}

function fit(text: string, minLength: number, maxLength: number): string {
  return text.slice(0, maxLength).padEnd(minLength, '.');
}

function fits(text: string, minLength: number, maxLength: number): boolean {
  return text.length >= minLength && text.length <= maxLength;
}

/** The pattern comes from a schema in our own code, never from a user. */
function matches(text: string, pattern: string | undefined): boolean {
  return pattern === undefined || new RegExp(pattern, 'u').test(text);
}
