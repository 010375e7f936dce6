// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, screen, stubProcedures, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import type { Calibration, Outcome } from '../client.ts';
import { open } from '../testing/stub-board.ts';

const outcome: Outcome = {
  sessionId: 'session-1',
  problem: 'Do we open a second bakery?',
  optionId: 'open',
  option: 'Open it',
  statement: 'By May the shop covers its rent.',
  percent: 70,
  reviewOn: '2027-05-01',
  resolvedAt: null,
  hasHappened: null,
  note: '',
  version: 1,
};
const pageOf = (items: Outcome[], nextCursor: string | null = null) => ({ items, nextCursor });
const few: Calibration = {
  owner: { brier: null, n: 3 },
  panel: { brier: 0.1234, n: 10 },
  personas: [{ code: 'red_teamer', name: 'Mireille Sabourin', brier: null, n: 1 }],
};

const cellsOf = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('looking back', () => {
  it('shows no score where too little has been reviewed, and always how much has', async () => {
    stubProcedures('boardofone', {
      'outcomes.list': ({ isReviewed }: { isReviewed: boolean }) => pageOf(isReviewed ? [] : [outcome]),
      'outcomes.calibration': () => few,
    });
    open('/outcomes');
    await screen.findByRole('heading', { name: 'To look at again' });

    expect(cellsOf('You')).toEqual(['after 7 more', '3']);
    expect(cellsOf('The panel')).toEqual(['0.12', '10']);
    expect(cellsOf('Mireille Sabourin')).toEqual(['after 9 more', '1']);
  });

  it('keeps what somebody wrote when their review is refused', async () => {
    stubProcedures('boardofone', {
      'outcomes.list': ({ isReviewed }: { isReviewed: boolean }) => pageOf(isReviewed ? [] : [outcome]),
      'outcomes.calibration': () => few,
      'outcomes.resolve': () => {
        throw new Refusal('RATE_LIMITED');
      },
    });
    open('/outcomes');
    fireEvent.click(await screen.findByRole('button', { name: 'Say what came of it' }));
    const note = screen.getByLabelText<HTMLTextAreaElement>('What happened (optional)');
    fireEvent.change(note, { target: { value: 'Since March.' } });
    fireEvent.click(screen.getByRole('button', { name: 'No, it was not' }));

    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
    expect(note.value).toBe('Since March.');
  });

  it('says where to begin while there is nothing', async () => {
    stubProcedures('boardofone', {
      'outcomes.list': () => pageOf([]),
      'outcomes.calibration': () => few,
    });
    open('/outcomes');

    expect(await screen.findByRole('link', { name: 'To your decisions' })).toBeTruthy();
  });
});
