import { CreateSession } from '../../server/sessions/schemas.ts';
import type { DecisionTemplate } from '../../templates/decision-template.ts';
import { templates } from '../../templates/templates.ts';
import type { Session } from '../client.ts';

/** What the form holds; everything is text, as it is typed. */
export interface NewSessionValues {
  /** Empty for a blank beginning. */
  template: string;
  problem: string;
  context: string;
  constraints: string;
  decideBy: string;
  reversibility: string;
  seatsWanted: string;
  maxRounds: string;
  capUsd: string;
  answerWaitMinutes: string;
}

export const emptyValues: NewSessionValues = {
  template: '',
  problem: '',
  context: '',
  constraints: '',
  decideBy: '',
  reversibility: 'unknown',
  seatsWanted: '5',
  maxRounds: '2',
  capUsd: '1.00',
  answerWaitMinutes: '0',
};

/** Reads what a draft kept; the defaults where there is none or it is damaged. */
export function readDraftValues(text: string): NewSessionValues {
  try {
    const kept: Record<string, unknown> = JSON.parse(text);
    const read = (key: keyof NewSessionValues) => String(kept[key] ?? emptyValues[key]);
    return {
      template: read('template'),
      problem: read('problem'),
      context: read('context'),
      constraints: read('constraints'),
      decideBy: read('decideBy'),
      reversibility: read('reversibility'),
      seatsWanted: read('seatsWanted'),
      maxRounds: read('maxRounds'),
      capUsd: read('capUsd'),
      answerWaitMinutes: read('answerWaitMinutes'),
    };
  } catch {
    return emptyValues;
  }
}

/** What a template fills in. */
function outlineOf(
  template: DecisionTemplate | undefined,
): Pick<NewSessionValues, 'problem' | 'context' | 'reversibility'> {
  if (!template) return emptyValues;
  const { problem, context, criteria, reversibility } = template;
  return {
    problem,
    context: `${context}\nWhat a good answer is measured by: ${criteria.join('; ')}`,
    reversibility,
  };
}

/** The values with another template: what was typed stays, and what the template before it had filled in goes. */
export function withTemplate(values: NewSessionValues, id: string): NewSessionValues {
  const find = (wanted: string) => templates.find((template) => template.id === wanted);
  const [before, after] = [outlineOf(find(values.template)), outlineOf(find(id))];
  const keep = (field: keyof typeof after) =>
    [before[field], emptyValues[field]].includes(values[field]) ? after[field] : values[field];
  return {
    ...values,
    template: id,
    problem: keep('problem'),
    context: keep('context'),
    reversibility: keep('reversibility'),
  };
}

/** What an earlier session was asked with; its date is over or soon will be, so that one is asked for anew. */
export function valuesFrom(session: Session): NewSessionValues {
  const { problem, context, constraints, reversibility, seatsWanted, maxRounds, capUsd } = session;
  return {
    template: '',
    problem,
    context,
    constraints,
    decideBy: '',
    reversibility,
    seatsWanted: String(seatsWanted),
    maxRounds: String(maxRounds),
    // Cents, unless there is less than a cent to it.
    capUsd: capUsd.replace(/(\.\d\d)0+$/, '$1'),
    answerWaitMinutes: String(Math.round(session.answerWaitSeconds / 60)),
  };
}

/** The values as the server takes them, or what is wrong with them by field, in its words. */
export function readValues(id: string, values: NewSessionValues) {
  const { template, decideBy, seatsWanted, maxRounds, answerWaitMinutes, ...texts } = values;
  return CreateSession.safeParse({
    ...texts,
    id,
    template: template || null,
    decideBy: decideBy || null,
    seatsWanted: Number(seatsWanted),
    maxRounds: Number(maxRounds),
    answerWaitSeconds: Math.round(Number(answerWaitMinutes) * 60),
  });
}
