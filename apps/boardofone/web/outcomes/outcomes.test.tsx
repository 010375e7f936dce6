// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import {
  fireEvent,
  lostConnection,
  Refusal,
  screen,
  stubProcedures,
  waitFor,
  within,
} from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../deliberation/event.ts';
import { logOf, sessionId, wholeSession } from '../../deliberation/testing/sample-log.ts';
import type { Calibration, Outcome } from '../client.ts';
import { memo, open, session, stubBoard } from '../testing/stub-board.ts';

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

  it('is possible where only the scores cannot be read', async () => {
    let isBroken = true;
    stubProcedures('boardofone', {
      'outcomes.list': ({ isReviewed }: { isReviewed: boolean }) => pageOf(isReviewed ? [] : [outcome]),
      'outcomes.calibration': () => {
        if (isBroken) throw new Refusal('INTERNAL_SERVER_ERROR');
        return few;
      },
    });
    open('/outcomes');
    await screen.findByText(/How good the forecasts were could not be worked out/);
    expect(screen.getByRole('heading', { name: 'To look at again' })).toBeTruthy();
    isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('row', { name: /^The panel/ })).toBeTruthy();
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

describe('what was decided', () => {
  // Where something is sent the ids are real ones.
  const optionId = '019aa5c0-0000-7000-8000-0000000000aa';
  const log: SessionEvent[] = JSON.parse(
    JSON.stringify(logOf(...wholeSession)).replaceAll('"open"', JSON.stringify(optionId)),
  );
  const kept: Outcome = { ...outcome, sessionId, optionId, option: 'Open a second bakery' };
  const statement = () => screen.findByLabelText<HTMLTextAreaElement>(/this will be true/);
  async function openForm(read: () => Outcome | null, record: (input: never) => unknown) {
    const calls = stubBoard(log, {
      'room.memo': () => memo,
      'sessions.byId': () => ({ ...session, status: 'completed' as const }),
      'outcomes.bySession': read,
      'outcomes.record': record,
    });
    open(`/sessions/${sessionId}/memo`);
    fireEvent.change(await screen.findByLabelText('I decided for'), { target: { value: kept.optionId } });
    fireEvent.change(await statement(), { target: { value: 'By May it pays.' } });
    fireEvent.change(screen.getByLabelText('How likely, in percent'), { target: { value: '60' } });
    fireEvent.change(screen.getByLabelText('Look at it again on'), { target: { value: '2027-05-01' } });
    return calls;
  }

  it('and is being written stays when something was kept on another device, which is shown beside it', async () => {
    let stored: Outcome | null = null;
    const calls = await openForm(
      () => stored,
      (input: { version: number | null }) => {
        if (input.version !== (stored?.version ?? null)) throw new Refusal('STALE_VERSION');
      },
    );
    stored = kept;
    fireEvent.click(screen.getByRole('button', { name: 'Keep this' }));
    const alert = await screen.findByText(/Something else was kept in the meantime/);

    expect(alert.parentElement?.textContent).toContain('By May the shop covers its rent.');
    expect((await statement()).value).toBe('By May it pays.');
    fireEvent.click(screen.getByRole('button', { name: 'Go on with mine' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Keep this' }));
    await waitFor(() =>
      expect(calls.findLast(({ path }) => path === 'outcomes.record')?.input).toMatchObject({
        version: 1,
        statement: 'By May it pays.',
      }),
    );
  });

  it('is shown as kept when only the answer got lost', async () => {
    let stored: Outcome | null = null;
    await openForm(
      () => stored,
      () => {
        stored = { ...kept, statement: 'By May it pays.', percent: 60 };
        throw lostConnection();
      },
    );
    fireEvent.click(screen.getByRole('button', { name: 'Keep this' }));

    expect(await screen.findByRole('button', { name: 'Change what I expect' })).toBeTruthy();
    expect(screen.queryByText(/Something else was kept/)).toBeNull();
  });
});
