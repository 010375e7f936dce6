import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from '@mantine/core';
import { type AccentName, accents } from './accents.ts';
import { dark, gray } from './neutrals.ts';

const sans =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI Variable Text", "Segoe UI", Roboto, "Noto Sans", "Open Sans", ' +
  'Ubuntu, Cantarell, "Helvetica Neue", Arial, sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"';

const mono =
  'ui-monospace, "SF Mono", SFMono-Regular, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace';

const inputs = { defaultProps: { size: 'md', radius: 'md' } };

/** Accent and red in both schemes: Mantine can't know which text is readable on them, nor how soft they are in the dark. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.color === 'red') {
    if (input.variant !== 'filled') return { ...colors, color: 'var(--ui-danger)' };
    const hover = 'color-mix(in oklab, var(--ui-danger) 88%, var(--ui-ink))';
    return { ...colors, background: 'var(--ui-danger)', hover, color: 'var(--ui-on-accent)' };
  }
  if (input.color !== undefined && input.color !== 'accent') return colors;
  if (input.variant === 'filled') return { ...colors, color: 'var(--ui-on-accent)' };
  if (input.variant !== 'light') return colors;
  return {
    ...colors,
    background: 'var(--ui-accent-soft)',
    hover: 'var(--ui-accent-line)',
    color: 'var(--ui-accent-text)',
  };
};

/** The house theme in the accent of one app. */
export function themeFor(accent: AccentName): MantineThemeOverride {
  return createTheme({
    colors: { ...accents, accent: accents[accent], gray, dark },
    primaryColor: 'accent',
    primaryShade: { light: 7, dark: 4 },
    variantColorResolver: variantColors,
    black: gray[9],
    fontFamily: sans,
    fontFamilyMonospace: mono,
    headings: {
      fontFamily: sans,
      fontWeight: '650',
      textWrap: 'balance',
      sizes: {
        h1: { fontSize: 'clamp(1.625rem, 1.35rem + 1.2vw, 2.125rem)', lineHeight: '1.2' },
        h2: { fontSize: '1.375rem', lineHeight: '1.3' },
        h3: { fontSize: '1.125rem', lineHeight: '1.4' },
        h4: { fontSize: '1rem', lineHeight: '1.45' },
      },
    },
    radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '20px' },
    defaultRadius: 'md',
    shadows: {
      sm: '0 1px 2px rgb(40 38 35 / 6%)',
      md: '0 2px 4px rgb(40 38 35 / 5%), 0 8px 24px -6px rgb(40 38 35 / 14%)',
      lg: '0 4px 8px rgb(40 38 35 / 5%), 0 18px 48px -10px rgb(40 38 35 / 22%)',
    },
    respectReducedMotion: true,
    cursorType: 'pointer',
    components: {
      Button: { defaultProps: { size: 'md' } },
      ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 44 } },
      TextInput: inputs,
      Textarea: inputs,
      Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
      // Mantine's own grey is too pale to be read by everybody.
      Notification: { styles: { description: { color: 'var(--ui-muted)' } } },
      Menu: {
        // The first item gets the focus: a placeholder is no part of a menu for screen readers.
        defaultProps: {
          shadow: 'md',
          radius: 'lg',
          offset: 6,
          hideDetached: false,
          withInitialFocusPlaceholder: false,
        },
      },
      Modal: { defaultProps: { radius: 'lg', padding: 'lg', shadow: 'lg' } },
    },
  });
}
