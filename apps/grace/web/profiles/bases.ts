import type { Profile } from '../client.ts';

/** On what authority a profile is held, in words. */
export const bases: Record<Profile['basis'], string> = {
  self: 'It is me',
  parent: 'I am a parent of this child',
  guardian: 'I am the legal guardian',
  power_of_attorney: 'I have a power of attorney',
};
