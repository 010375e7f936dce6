import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tokens } from './tokens.ts';

it("paints paper and ink before the app's script runs in the colours that the script sets", () => {
  const css = readFileSync(`${import.meta.dirname}/base.css`, 'utf8');
  const [light = '', dark = ''] = css.split(':root[data-mantine-color-scheme="dark"]');
  for (const [part, { paper, ink }] of [
    [light, tokens.light],
    [dark, tokens.dark],
  ] as const) {
    expect(part).toContain(`--ui-paper: ${paper};`);
    expect(part).toContain(`--ui-ink: ${ink};`);
  }
});
