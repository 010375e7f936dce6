import { dark, gray } from './neutrals.ts';

interface SchemeTokens {
  paper: string;
  surface: string;
  sunken: string;
  line: string;
  control: string;
  ink: string;
  muted: string;
  danger: string;
  dangerSoft: string;
  warning: string;
  warningSoft: string;
}

/**
 * The roles that colours play, per scheme. Components use the roles (`var(--ui-muted)`), never a shade.
 * `styles.css` repeats paper and ink for the moment before the script runs; a test holds the two together.
 */
export const tokens: Record<'light' | 'dark', SchemeTokens> = {
  light: {
    paper: gray[0],
    surface: '#ffffff',
    sunken: gray[1],
    line: gray[2],
    control: '#8a8782',
    ink: gray[9],
    muted: '#66635e',
    danger: '#a8321f',
    dangerSoft: '#fdeeea',
    warning: '#805300',
    warningSoft: '#fdf3dc',
  },
  dark: {
    paper: dark[8],
    surface: dark[7],
    sunken: dark[9],
    line: '#34322e',
    control: '#807e79',
    ink: dark[0],
    muted: dark[2],
    danger: '#f4978a',
    dangerSoft: '#3a1f1a',
    warning: '#e9bb62',
    warningSoft: '#332914',
  },
};
