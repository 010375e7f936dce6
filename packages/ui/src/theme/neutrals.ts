import type { MantineColorsTuple } from '@mantine/core';

/** Warm greys: paper and ink rather than screen grey. */
export const gray: MantineColorsTuple = [
  '#fcfaf5',
  '#f6f3ee',
  '#ebe8e3',
  '#dcdad5',
  '#c0bdb9',
  '#9d9b96',
  '#7b7974',
  '#5d5b56',
  '#413f3c',
  '#282623',
];

/** The same hue for the dark scheme, from text (0) to the deepest background (9). */
export const dark: MantineColorsTuple = [
  '#eae8e3',
  '#cccac6',
  '#aba9a5',
  '#82807c',
  '#51504c',
  '#3d3c38',
  '#2d2b28',
  '#21201d',
  '#1a1916',
  '#13110f',
];
