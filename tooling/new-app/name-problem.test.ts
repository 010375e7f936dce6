import { describe, expect, it } from 'vitest';
import { nameProblem } from './name-problem.ts';

describe('the name of a new app', () => {
  it.each(['diary', 'a1', 'notes', `a${'b'.repeat(30)}`])('may be %s', (name) => {
    expect(nameProblem(name, ['chidi'])).toBeUndefined();
  });

  it('has to be given', () => {
    expect(nameProblem(undefined, [])).toContain('pnpm new-app diary');
  });

  it.each([
    '',
    'a',
    'Diary',
    'my-diary',
    'my_diary',
    '1diary',
    '../diary',
    'diary; drop schema public',
    'pg_diary',
    `a${'b'.repeat(31)}`,
  ])('cannot be "%s", and the answer says what can', (name) => {
    expect(nameProblem(name, [])).toMatch(/pnpm new-app diary|lower-case letters and digits/);
  });

  it.each(
    'gateway template api account app identity public class order dist bench tooling metrics pgboss'.split(
      ' ',
    ),
  )('cannot be %s, which means something else', (name) => {
    expect(nameProblem(name, [])).toContain('for itself');
  });

  it('cannot be taken', () => {
    expect(nameProblem('chidi', ['chidi'])).toContain('already');
  });
});
