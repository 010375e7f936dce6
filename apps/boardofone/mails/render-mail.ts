import type { MailField, MailTemplate } from './mail-template.ts';

const subjectLengthMax = 120;
const valueLengthMax = 500;
const field = /\{\{(\w+)\}\}/g;

/**
 * A mail with its values. A value is one line: it adds neither lines nor headers, and braces in it mean nothing.
 *
 * @throws naming a field for which there is no value
 */
export function renderMail(
  { subject, text }: Pick<MailTemplate, 'subject' | 'text'>,
  values: Readonly<Record<MailField, string>>,
): { subject: string; text: string } {
  const fill = (words: string, lengthMax: number) =>
    words.replace(field, (_, name: string) => {
      if (!Object.hasOwn(values, name)) throw new Error(`A mail names ${name}, which nobody gives.`);
      return shortened(oneLine(values[name as MailField]), lengthMax);
    });
  return { subject: fill(subject, subjectLengthMax), text: fill(text, valueLengthMax) };
}

// Line breaks of every alphabet, and what changes the direction of what comes after it.
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu;

const oneLine = (value: string) => value.replace(breaks, ' ').trim();

function shortened(value: string, lengthMax: number): string {
  const letters = [...value];
  return letters.length <= lengthMax ? value : `${letters.slice(0, lengthMax - 1).join('')}…`;
}
