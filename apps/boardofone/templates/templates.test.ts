import { describe, expect, it } from 'vitest';
import { catalogue } from '../personas/catalogue.ts';
import { panelSizes } from '../personas/choose-panel.ts';
import { templates } from './templates.ts';

const seatOf = (code: string) => catalogue.find((persona) => persona.code === code);

describe('the decision templates', () => {
  it('are told apart by their ids', () => {
    expect(new Set(templates.map(({ id }) => id)).size).toBe(templates.length);
  });

  it.each(templates)('$id: options that differ, and one of them is to do nothing', ({ options }) => {
    expect(options.length).toBeGreaterThanOrEqual(3);
    expect(options.filter(({ isNothing }) => isNothing)).toHaveLength(1);
    expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
    for (const { label } of options) expect(label.length).toBeLessThanOrEqual(120);
  });

  it.each(templates)(
    '$id: a panel of the catalogue that looks from several sides, with somebody to oppose',
    ({ panel }) => {
      const personas = panel.map(seatOf);
      expect(personas).not.toContain(undefined);
      expect(new Set(panel).size).toBe(panel.length);
      expect(panel.length).toBe(panelSizes.default);
      expect(personas.filter((persona) => persona?.adversarial).length).toBeGreaterThanOrEqual(1);
      expect(new Set(personas.map((persona) => persona?.businessFunction)).size).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(templates)(
    '$id: says where the owner has something to fill in',
    ({ problem, context, ...rest }) => {
      expect(problem).toMatch(/\[[^\]]+\]/);
      for (const line of context.split('\n')) expect(line).toMatch(/: \[[^\]]+\]$/);
      expect(rest.subQuestions.length).toBeGreaterThanOrEqual(3);
      expect(rest.criteria.length).toBeGreaterThanOrEqual(3);
    },
  );
});
