import { problemsByField } from '@commons/ui';
import { secretWords } from '../../personas/find-secret.ts';
import { EditPersona } from '../../server/own-personas/schemas.ts';
import type { OwnPersona } from '../client.ts';

/** What the form holds, as it is typed, and which words it began with. */
export interface OwnPersonaValues {
  revision: number;
  name: string;
  job: string;
  lossFunction: string;
  /** One on each line. */
  blindSpots: string;
  systemPrompt: string;
}

export function valuesOf(persona: OwnPersona): OwnPersonaValues {
  const { revision, name, job, lossFunction, systemPrompt } = persona;
  return { revision, name, job, lossFunction, blindSpots: persona.blindSpots.join('\n'), systemPrompt };
}

/** Reads what a draft kept; what is saved where there is none or it is damaged. */
export function readDraft(text: string, saved: OwnPersonaValues): OwnPersonaValues {
  try {
    const kept: Partial<Record<keyof OwnPersonaValues, unknown>> = JSON.parse(text);
    const read = (key: Exclude<keyof OwnPersonaValues, 'revision'>) => String(kept[key] ?? saved[key]);
    return {
      revision: Number(kept.revision) || saved.revision,
      name: read('name'),
      job: read('job'),
      lossFunction: read('lossFunction'),
      blindSpots: read('blindSpots'),
      systemPrompt: read('systemPrompt'),
    };
  } catch {
    return saved;
  }
}

/** Whether both have the same words, whichever revision they began with. */
export function saysTheSame(one: OwnPersonaValues, other: OwnPersonaValues): boolean {
  const words = ({ revision: _, ...texts }: OwnPersonaValues) =>
    Object.values(texts).map((text) => text.trim());
  return words(one).join('\0') === words(other).join('\0');
}

/** The values as the server takes them, or what is wrong with them by field, in its words. */
export function readValues(
  code: string,
  values: OwnPersonaValues,
): { input: EditPersona } | { problems: Record<string, string> } {
  const blindSpots = values.blindSpots
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const read = EditPersona.safeParse({ ...values, code, blindSpots });
  if (!read.success) {
    return { problems: problemsByField(read.error.issues) };
  }
  const { code: _, revision: __, ...words } = read.data;
  const secrets = Object.entries(words).flatMap(([field, text]) => {
    const problem = secretWords([text].flat().join('\n'));
    return problem ? [[field, problem]] : [];
  });
  return secrets.length > 0 ? { problems: Object.fromEntries(secrets) } : { input: read.data };
}
