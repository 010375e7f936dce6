// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { screen, within } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { sessionId } from '../../deliberation/testing/sample-log.ts';
import { open, stubBoard } from '../testing/stub-board.ts';

const pages = [
  ['/', 'Decisions'],
  ['/personas', 'Personas'],
  ['/outcomes', 'What came of it'],
  ['/costs', 'Costs'],
  ['/notices', 'Notices'],
  ['/plan', 'Plan'],
] as const;

describe('the way between the pages', () => {
  it.each(pages)('stands on %s, and says that this is %s', async (path, title) => {
    stubBoard([]);
    open(path);
    const links = within(await screen.findByRole('navigation', { name: 'Board of One' })).getAllByRole(
      'link',
    );

    expect(links.map(({ textContent }) => textContent)).toEqual(pages.map(([, one]) => one));
    expect(links.map((link) => link.getAttribute('href'))).toEqual(pages.map(([one]) => `/boardofone${one}`));
    expect(links.filter((link) => link.ariaCurrent === 'page').map((link) => link.textContent)).toEqual([
      title,
    ]);
  });

  it('is not in the way of a single decision', async () => {
    stubBoard([]);
    open(`/sessions/${sessionId}`);
    await screen.findByRole('link', { name: 'Your decisions' });

    expect(screen.queryByRole('navigation', { name: 'Board of One' })).toBeNull();
  });
});
