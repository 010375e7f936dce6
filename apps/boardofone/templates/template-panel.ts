import type { Seat } from '../personas/choose-panel.ts';
import type { Persona } from '../personas/persona.ts';
import type { DecisionTemplate } from './decision-template.ts';

/**
 * The panel of a template, with those whom the problem calls for where more seats are wanted than it has. Where fewer are, somebody
 * who opposes stays.
 */
export function templatePanel(
  { title, panel }: Pick<DecisionTemplate, 'title' | 'panel'>,
  chosen: readonly Seat[],
  personas: readonly Persona[],
): Seat[] {
  const own = panel
    .flatMap((code) => personas.find((persona) => persona.code === code) ?? [])
    .map(
      ({ code, name, job, adversarial }): Seat => ({
        code,
        reason: `For “${title}”: ${name} ${job.charAt(0).toLowerCase()}${job.slice(1)}.`,
        weight: 1,
        adversarial,
      }),
    );
  const others = chosen.filter(({ code }) => !panel.includes(code)).map((seat) => ({ ...seat, weight: 1 }));
  const first = [...own, ...others].slice(0, chosen.length);
  const sceptic = own.find(({ adversarial }) => adversarial);
  return sceptic && !first.some(({ adversarial }) => adversarial) ? [...first.slice(0, -1), sceptic] : first;
}
