import { expect, it } from 'vitest';
import { initials } from './initials.ts';

it.each([
  ['Ada Lovelace', 'AL'],
  ['ada', 'A'],
  ['  María José  de la Cruz ', 'MC'],
  ['李 小龍', '李小'],
  ['👩‍🚀 Zoe', '👩Z'],
  ['', ''],
])('takes from %j the initials %j', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
