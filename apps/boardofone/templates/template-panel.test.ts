import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../personas/catalogue.ts';
import { choosePanel } from '../personas/choose-panel.ts';
import { templatePanel } from './template-panel.ts';
import { templates } from './templates.ts';

describe('the panel of a template', () => {
  it('is the template’s own where so many seats are wanted, with a reason for each', () => {
    for (const template of templates) {
      const seats = choosePanel({ problem: template.problem, size: 5, seed: 'a' });
      const panel = templatePanel(template, seats, catalogue);

      expect(panel.map(({ code }) => code)).toEqual(template.panel);
      for (const { reason } of panel) expect(reason).toContain(template.title);
    }
  });

  it('has as many seats as are wanted, nobody twice, and somebody who opposes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...templates),
        fc.integer({ min: 3, max: 7 }),
        fc.string(),
        (template, size, seed) => {
          const seats = choosePanel({ problem: template.problem, size, seed });
          const codes = templatePanel(template, seats, catalogue);

          expect(new Set(codes.map(({ code }) => code)).size).toBe(size);
          expect(codes.some(({ adversarial }) => adversarial)).toBe(true);
        },
      ),
    );
  });
});
