// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { screen, within } from '@commons/ui/testing';
import { expect, it } from 'vitest';
import { logOf, sessionId, wholeSession } from '../../deliberation/testing/sample-log.ts';
import { open, stubBoard } from '../testing/stub-board.ts';

const openRoom = () => {
  stubBoard(logOf(...wholeSession));
  open(`/sessions/${sessionId}`);
  return screen.findByRole('region', { name: 'Contested' });
};

const cellsOf = (caption: string) =>
  within(screen.getByRole('table', { name: caption, hidden: true }))
    .getAllByRole('row', { hidden: true })
    .map((row) => [...row.children].map(({ textContent }) => textContent));

it('says that it is contested, and shows the circle that the majorities go in', async () => {
  const votes = await openRoom();

  expect(votes.textContent).toContain('It depends on how the votes are counted.');
  expect(votes.textContent).toContain(
    '“Open a second bakery” beats “Extend the one we have”, which beats “Do nothing”, which beats “Open a second bakery”.',
  );
  expect(votes.textContent).toContain('1 had to be asked twice.');
});

it('has the figures of the bars in a table', async () => {
  await openRoom();

  expect(cellsOf('What each option gets by each rule')).toEqual([
    ['Option', 'Most first choices', 'Most approvals'],
    ['O1 Open a second bakery', '2 (wins)', '2'],
    ['O2 Extend the one we have', '0', '3 (tied)'],
    ['O3 Do nothing', '1', '3 (tied)'],
  ]);
});

it('has the way of each seat from its first word to its vote in a table', async () => {
  await openRoom();

  expect(cellsOf('What each seat stood for, and how it voted').slice(1)).toEqual([
    [
      'Zara Morales',
      'O1 Open a second bakery',
      'O1 Open a second bakery',
      'O1 Open a second bakery',
      'high confidence',
    ],
    ['Milo Brandt', 'O3 Do nothing', 'Abstained', 'O3 Do nothing', 'low confidence'],
    [
      'Ines Okoro',
      'O2 Extend the one we have',
      'O1 Open a second bakery',
      'O1 Open a second bakery',
      'medium confidence',
    ],
  ]);
});

it('shows for each option who voted for it, and how sure they were', async () => {
  const votes = await openRoom();
  const bars = within(votes).getByRole('img', { name: /Who voted for what, and how sure/ });

  expect([...bars.children].map(({ textContent }) => textContent)).toEqual([
    'O1 Open a second bakeryZara Moraleshigh confidenceInes Okoromedium confidence',
    'O2 Extend the one we haveNobody',
    'O3 Do nothingMilo Brandtlow confidence',
  ]);
});

it('marks as indicators what only makes one careful', async () => {
  const votes = await openRoom();

  expect(within(votes).getAllByText('indicator only')).toHaveLength(2);
  expect(cellsOf('Changes of mind').at(-1)).toEqual([
    'Ines Okoro',
    '2',
    'O2 to O1',
    'with an argument, or against the majority',
  ]);
});
