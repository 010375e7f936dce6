/** The two sizes that every story is told at. */
export const sizes = [
  { name: 'a desktop', width: 1280, height: 800 },
  { name: 'a phone', width: 360, height: 640 },
] as const;
