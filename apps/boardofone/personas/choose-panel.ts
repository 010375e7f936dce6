import { catalogue } from './catalogue.ts';
import type { Persona } from './persona.ts';
import { type ProblemText, type Relevance, relevanceOf } from './relevance.ts';
import { seatReason } from './seat-reason.ts';
import { seededChance } from './seeded-chance.ts';
import { sphereOf } from './sphere.ts';

export const panelSizes = { min: 3, default: 5, max: 7 };

export interface PanelRequest extends ProblemText {
  size?: number;
  /** Decides between personas that fit alike: the same seed chooses the same panel, another one perhaps another. */
  seed: string;
}

export interface Seat {
  code: string;
  reason: string;
  /** Base weight of its vote: 1, and 1.5 for the one whose field the question is in, if there is such a one. */
  weight: number;
  adversarial: boolean;
}

const domainWeight = 1.5;

/** Proposes who should argue about a problem: those whom it calls for, spread wide, and at least one who opposes. */
export function choosePanel(request: PanelRequest, personas: readonly Persona[] = catalogue): Seat[] {
  const { size = panelSizes.default, seed } = request;
  if (!Number.isInteger(size) || size < panelSizes.min || size > panelSizes.max) {
    throw new RangeError(`A panel has ${panelSizes.min} to ${panelSizes.max} seats.`);
  }
  const relevance = relevanceOf(request, personas);
  const candidates = suitable(personas, relevance, size);
  const strongest = Math.max(...[...relevance.values()].map(({ score }) => score), 1);
  const panel: Persona[] = [];
  while (panel.length < size) {
    const value = (persona: Persona) =>
      (2 * (relevance.get(persona.code)?.score ?? 0)) / strongest +
      novelty(persona, panel) +
      seededChance(seed, persona.code) / 4;
    const [next] = allowedNext(candidates, panel, size)
      .map((persona) => ({ persona, value: value(persona) }))
      .sort((a, b) => b.value - a.value || (a.persona.code < b.persona.code ? -1 : 1));
    if (!next) throw new RangeError('These personas do not make a panel with a sceptic.');
    panel.push(next.persona);
  }
  const domain = domainSeat(panel, relevance);
  return panel.map((persona) => {
    const weight = persona === domain ? domainWeight : 1;
    const words = relevance.get(persona.code)?.words ?? [];
    const reason = seatReason({ persona, words, problem: request.problem, weight });
    return { code: persona.code, reason, weight, adversarial: persona.adversarial };
  });
}

function suitable(
  personas: readonly Persona[],
  relevance: ReadonlyMap<string, Relevance>,
  size: number,
): readonly Persona[] {
  const sphere = sphereOf(relevance, personas);
  const called = ({ code }: Persona) => (relevance.get(code)?.score ?? 0) > 0;
  const fitting = personas.filter(
    (persona) =>
      persona.suits === 'both' || persona.suits === sphere || (sphere === 'both' && called(persona)),
  );
  const enough = fitting.length >= size && fitting.some(({ adversarial }) => adversarial);
  return enough ? fitting : personas;
}

/** The last seat is kept for a sceptic as long as there is none, and sceptics stay fewer than the others. */
function allowedNext(candidates: readonly Persona[], panel: readonly Persona[], size: number) {
  const free = candidates.filter((persona) => !panel.includes(persona));
  const sceptics = panel.filter(({ adversarial }) => adversarial).length;
  if (sceptics === 0 && panel.length === size - 1) return free.filter(({ adversarial }) => adversarial);
  const others = free.filter(({ adversarial }) => !adversarial);
  return sceptics + 1 < size / 2 || others.length === 0 ? free : others;
}

function novelty(persona: Persona, panel: readonly Persona[]): number {
  const isNew = (trait: 'businessFunction' | 'temperament' | 'method') =>
    panel.every((seated) => seated[trait] !== persona[trait]) ? 1 : 0;
  return (isNew('businessFunction') + isNew('temperament') + isNew('method')) / 3;
}

/** Who is called for by several words, and clearly more than anybody else. To oppose is a seat of its own, not a field. */
function domainSeat(panel: readonly Persona[], relevance: ReadonlyMap<string, Relevance>) {
  const [first, second] = panel
    .filter(({ adversarial }) => !adversarial)
    .map((persona) => ({ persona, ...(relevance.get(persona.code) ?? { score: 0, words: [] }) }))
    .sort((a, b) => b.score - a.score);
  if (!first || first.words.length < 2) return undefined;
  return first.score > 1.25 * (second?.score ?? 0) ? first.persona : undefined;
}
