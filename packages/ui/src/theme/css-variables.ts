import type { CSSVariablesResolver } from '@mantine/core';
import { tokens } from './tokens.ts';

/** Publishes the tokens as `--ui-*` and points Mantine's own variables at them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--ui-paper)',
    '--mantine-color-text': 'var(--ui-ink)',
    '--mantine-color-dimmed': 'var(--ui-muted)',
    '--mantine-color-placeholder': 'var(--ui-muted)',
    '--mantine-color-error': 'var(--ui-danger)',
    '--mantine-color-default': 'var(--ui-surface)',
    '--mantine-color-default-hover': 'var(--ui-sunken)',
    '--mantine-color-default-border': 'var(--ui-line)',
    '--ui-accent': 'var(--mantine-primary-color-filled)',
  },
  light: {
    ...schemeVariables('light'),
    '--ui-on-accent': '#fff',
    '--ui-accent-text': 'var(--mantine-primary-color-7)',
    '--ui-accent-soft': 'var(--mantine-primary-color-0)',
    '--ui-accent-line': 'var(--mantine-primary-color-2)',
  },
  dark: {
    ...schemeVariables('dark'),
    '--ui-on-accent': 'var(--ui-sunken)',
    '--ui-accent-text': 'var(--mantine-primary-color-3)',
    '--ui-accent-soft': 'color-mix(in oklab, var(--mantine-primary-color-7) 26%, var(--ui-surface))',
    '--ui-accent-line': 'color-mix(in oklab, var(--mantine-primary-color-6) 50%, var(--ui-surface))',
  },
});

function schemeVariables(scheme: 'light' | 'dark'): Record<string, string> {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return Object.fromEntries(
    Object.entries(tokens[scheme]).map(([name, value]) => [`--ui-${kebab(name)}`, value]),
  );
}
