import type { MantineColorsTuple } from '@mantine/core';

/** One ramp per app, evenly spaced in OKLCH so that every accent has the same weight on the page. */
export const accents = {
  pine: [
    '#edf9f4',
    '#d9f1e7',
    '#b8e5d2',
    '#8fd3b9',
    '#6ac0a1',
    '#46a887',
    '#248c6d',
    '#027357',
    '#005d45',
    '#034633',
  ],
  indigo: [
    '#f3f5fe',
    '#e5eafd',
    '#ced7fe',
    '#b1befe',
    '#95a5fd',
    '#7a89ee',
    '#616ed0',
    '#4c57b1',
    '#3d4590',
    '#2d336d',
  ],
  plum: [
    '#fef2f8',
    '#fee1f0',
    '#fac9e3',
    '#f1a9d1',
    '#e28dbe',
    '#cb71a6',
    '#ad568a',
    '#914172',
    '#76335c',
    '#592645',
  ],
  clay: [
    '#fff3ee',
    '#fee4d9',
    '#fecdb8',
    '#f6b090',
    '#e9946e',
    '#d2794f',
    '#b45e34',
    '#974820',
    '#7b3917',
    '#5d2a11',
  ],
  slate: [
    '#f2f6fa',
    '#e3ecf3',
    '#ccdbe9',
    '#afc6da',
    '#95b0c8',
    '#7a98b1',
    '#607c95',
    '#4b657b',
    '#3b5164',
    '#2c3d4b',
  ],
} as const satisfies Record<string, MantineColorsTuple>;

/** The accents that an app can choose from. */
export type AccentName = keyof typeof accents;

/** The accents that apps share out; `pine` is the house's own. */
const appAccents = ['indigo', 'clay', 'plum', 'slate'] as const satisfies AccentName[];

/** The accent of an app, by its name alone, so that every page shows the app in the same colour. */
export function accentFor(app: string): AccentName {
  if (app === 'gateway') return 'pine';
  const hash = [...app].reduce((value, letter) => (value * 163 + letter.charCodeAt(0)) % 65_521, 0);
  return appAccents[hash % appAccents.length] ?? 'pine';
}
