import { expect, it } from 'vitest';
import { nextPath, withNext } from './next-path.ts';

it('remembers where somebody wanted to go, across the sign-in pages', () => {
  const page = withNext('/sign-up', '/c/7?tab=context');
  expect(nextPath(page.slice(page.indexOf('?')))).toBe('/c/7?tab=context');
  expect(withNext('/sign-in', '/')).toBe('/sign-in');
});

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '~/x', ''])(
  'never leads to %j',
  (next) => {
    expect(nextPath(`?next=${encodeURIComponent(next)}`)).toBe('/');
  },
);
