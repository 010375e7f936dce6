import { describe, expect, it } from 'vitest';
import { accentFor, accents } from './accents.ts';
import { tokens } from './tokens.ts';

/** Relative luminance as WCAG defines it. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const channel = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s scheme', (scheme) => {
  const token = tokens[scheme];
  const backgrounds = [token.paper, token.surface, token.sunken];

  it.each(['ink', 'muted', 'danger', 'warning'] as const)(
    'has readable %s text on every background',
    (role) => {
      for (const background of backgrounds)
        expect(contrast(token[role], background)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('has readable text on its notices', () => {
    expect(contrast(token.danger, token.dangerSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token.warning, token.warningSoft)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token.ink, token.dangerSoft)).toBeGreaterThanOrEqual(4.5);
  });

  it('has edges of controls that can be seen', () => {
    for (const background of backgrounds)
      expect(contrast(token.control, background)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(accents))('has a readable %s accent, as text and under text', (_, ramp) => {
    const accentText = scheme === 'light' ? ramp[7] : ramp[3];
    const filled = scheme === 'light' ? ramp[7] : ramp[4];
    const onFilled = scheme === 'light' ? '#fff' : token.sunken;
    for (const background of backgrounds)
      expect(contrast(accentText, background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(filled, onFilled)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('accentFor', () => {
  it('gives the apps of the house an accent each', () => {
    const names = ['gateway', 'chidi', 'grace', 'boardofone', 'console'];
    expect(new Set(names.map(accentFor)).size).toBe(names.length);
  });
});
