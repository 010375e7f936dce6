// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import {
  announced,
  fireEvent,
  lostConnection,
  Refusal,
  Stream,
  screen,
  waitFor,
  within,
} from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import type { NewEvent } from '../../deliberation/event.ts';
import {
  cost,
  inSecondRound,
  logOf,
  seated,
  sessionId,
  spoke,
  thinking,
} from '../../deliberation/testing/sample-log.ts';
import { contribution, open, session, stubBoard } from '../testing/stub-board.ts';

const openRoom = () => open(`/sessions/${sessionId}`);
const seatOf = (name: RegExp) => screen.findByRole('button', { name });
const tell = () => Stream.opened.at(-1)?.send({ sessionId });

describe('the room', () => {
  it('shows of each seat what it does, where it stands and that it moved, in words', async () => {
    stubBoard(logOf(...inSecondRound));
    openRoom();

    expect((await seatOf(/Zara Morales/)).textContent).toMatch(
      /Thinking.*O1 Open a second bakery.*high confidence/,
    );
    expect((await seatOf(/Milo Brandt/)).textContent).toMatch(/Sceptic.*Up next.*O3 Do nothing/);
    expect((await seatOf(/Ines Okoro/)).textContent).toMatch(
      /Has spoken.*O1 Open a second bakery.*moved from O2/,
    );
    expect(screen.getByRole('heading', { name: 'Round 2 of at most 3' })).toBeTruthy();
    expect(screen.getByRole('listitem', { current: 'step' }).textContent).toBe('4Debate, now');
    expect(screen.getByText('$0.0040')).toBeTruthy();
    expect(await screen.findByRole('complementary', { name: 'No language model' })).toBeTruthy();
  });

  it('says that a price is unknown where one of the calls had none', async () => {
    stubBoard(logOf(...inSecondRound, cost('0', false)));
    openRoom();

    expect((await screen.findByText(/Price unknown/)).textContent).toBe('Price unknownat least $0.0040');
  });

  it('fetches what is new and nothing else, and announces a round but no seat', async () => {
    const log = logOf(...inSecondRound);
    const calls = stubBoard(log);
    openRoom();
    await seatOf(/Zara Morales/);
    const grow = (...more: Parameters<typeof logOf>) => {
      log.push(...logOf(...inSecondRound, ...more).slice(log.length));
      tell();
    };
    grow(spoke('zara', 2, 'open'));
    await waitFor(async () => expect((await seatOf(/Zara Morales/)).textContent).toContain('Has spoken'));

    expect(announced()).toBe('');
    expect(calls.findLast(({ path }) => path === 'room.events')?.input).toEqual({
      id: sessionId,
      after: inSecondRound.length,
    });
    grow(spoke('zara', 2, 'open'), { type: 'voting_started', data: {} });
    await waitFor(() => expect(announced()).toBe('Voting, blind'));
  });

  it('shows what a seat said round by round, with the kind of each statement', async () => {
    stubBoard(logOf(...inSecondRound), {
      'room.contributions': () => [
        contribution('ines-1', {
          optionId: 'extend',
          statements: [
            { label: 'FACT', text: 'It sells out.', source: 'sells out by eleven' },
            { label: 'UNKNOWN', text: 'What the rent becomes.', source: null },
          ],
          dealbreaker: 'If the lease ended in May.',
        }),
        contribution('ines-2'),
      ],
    });
    openRoom();
    fireEvent.click(await seatOf(/Ines Okoro/));
    const first = within(await screen.findByRole('region', { name: 'Round 1' }));

    expect(first.getByText('What ines argues in round 1.')).toBeTruthy();
    expect(first.getByText('FACT').parentElement?.textContent).toContain('You wrote: “sells out by eleven”');
    expect(first.getByText('UNKNOWN')).toBeTruthy();
    expect(first.getByText(/If the lease ended in May/)).toBeTruthy();
    expect(
      within(screen.getByRole('region', { name: 'Round 2' })).getByText(/Bring an argument/).textContent,
    ).toContain('no new argument');
  });

  it('sends the answer to a question under one id, however often it is sent, and keeps it when it fails', async () => {
    let isBroken = true;
    const calls = stubBoard(logOf(...inSecondRound), {
      'room.say': () => {
        if (isBroken) throw new Refusal('INTERNAL');
        return {};
      },
    });
    openRoom();
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Your answer');
    fireEvent.change(field, { target: { value: 'Until May.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Answer' }));
    await screen.findByRole('alert');
    expect(field.value).toBe('Until May.');
    isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Answer' }));
    await waitFor(() => expect(field.value).toBe(''));
    const sent = calls.filter(({ path }) => path === 'room.say').map(({ input }) => input);

    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]).toMatchObject({ id: sessionId, content: 'Until May.', answersId: 'milo-1' });
  });

  it('goes on without an answer when the owner wants it to', async () => {
    const calls = stubBoard(
      logOf(...seated, spoke('milo', 1, 'open', { question: 'How long is the lease?' }), {
        type: 'answers_awaited',
        data: { until: '2026-11-21T10:05:00.000Z' },
      }),
      { 'room.goOn': () => ({}) },
    );
    openRoom();
    fireEvent.click(await screen.findByRole('button', { name: 'Go on without answering' }));

    await waitFor(() => expect(calls).toContainEqual({ path: 'room.goOn', input: { id: sessionId } }));
  });

  it('asks why before it ends a session, and ends none without a reason', async () => {
    const calls = stubBoard(logOf(...inSecondRound), { 'sessions.kill': () => ({}) });
    openRoom();
    fireEvent.click(await screen.findByRole('button', { name: 'End it' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(await dialog.findByRole('button', { name: 'End it for good' }));
    await dialog.findByText('Say why, for the record.');
    expect(calls.filter(({ path }) => path === 'sessions.kill')).toEqual([]);
    fireEvent.change(dialog.getByLabelText('Why do you end it?'), {
      target: { value: 'Decided otherwise.' },
    });
    fireEvent.click(dialog.getByRole('button', { name: 'End it for good' }));

    await waitFor(() =>
      expect(calls).toContainEqual({
        path: 'sessions.kill',
        input: { id: sessionId, reason: 'Decided otherwise.' },
      }),
    );
  });

  it('raises the cap and goes on, when the cap is what it stopped at', async () => {
    const calls = stubBoard(
      logOf(...inSecondRound, {
        type: 'session_paused',
        data: { reason: 'cost_cap', words: 'The next call could cost more than is left under the cap.' },
      }),
      { 'sessions.changeCap': () => ({}), 'sessions.resume': () => ({}) },
    );
    openRoom();
    expect(await screen.findByText(/could cost more than is left/, { selector: 'p' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Raise the cap' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(await dialog.findByLabelText('At most, in dollars'), { target: { value: '1.50' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Raise it and go on' }));

    await waitFor(() =>
      expect(calls.filter(({ path }) => /changeCap|resume/.test(path))).toEqual([
        { path: 'sessions.changeCap', input: { id: sessionId, capUsd: '1.50' } },
        { path: 'sessions.resume', input: { id: sessionId } },
      ]),
    );
  });

  it('that has failed says so and why, and leads to asking the same again', async () => {
    stubBoard(
      logOf(...inSecondRound, thinking('milo', 2), {
        type: 'session_failed',
        data: { reason: 'It could not go on. You can ask again.' },
      }),
      { 'sessions.byId': () => ({ ...session, status: 'failed' as const }) },
    );
    openRoom();
    expect(await screen.findByText('It could not go on. You can ask again.', { selector: 'p' })).toBeTruthy();

    expect(screen.getByRole('link', { name: 'Ask again' }).getAttribute('href')).toBe(
      `/boardofone/new?from=${sessionId}`,
    );
    expect(screen.getByRole('link', { name: 'What if…' })).toBeTruthy();
    for (const name of ['Pause', 'Resume', 'End it']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  it('leaves nothing to press once it was ended, and says why it was', async () => {
    stubBoard(
      logOf(...inSecondRound, thinking('milo', 2), {
        type: 'session_killed',
        data: { reason: 'Decided otherwise.' },
      }),
    );
    openRoom();

    expect(await screen.findByRole('heading', { name: 'You ended it' })).toBeTruthy();
    expect((await seatOf(/Milo Brandt/)).textContent).toContain('Did not come to it');
    for (const name of ['Pause', 'Resume', 'End it', 'Tell the panel'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('counts what came after the end apart from what the log knows', async () => {
    const ended: NewEvent = { type: 'session_killed', data: { reason: 'Enough.' } };
    stubBoard(logOf(...inSecondRound, ended), {
      'sessions.byId': () => ({ ...session, status: 'killed', totalCost: '0.00900000', totalTokens: 1_400 }),
    });
    openRoom();

    expect((await screen.findByText('$0.0040')).textContent).toContain(
      'and $0.0050 for answers that came after the end',
    );
    expect(screen.getByText('1,400')).toBeTruthy();
  });

  it.each(['NOT_FOUND', 'BAD_INPUT'])('says of an address that is %s that nothing is there', async (code) => {
    stubBoard([], {
      'sessions.byId': () => {
        throw new Refusal(code);
      },
    });
    openRoom();

    expect(await screen.findByRole('heading', { name: 'Nothing here' })).toBeTruthy();
  });

  it('sends what was changed after a lost answer as something else, so that it is not dropped', async () => {
    let isBroken = true;
    const calls = stubBoard(logOf(...inSecondRound), {
      'room.say': () => {
        if (isBroken) throw lostConnection();
        return {};
      },
    });
    openRoom();
    const field = await screen.findByLabelText<HTMLTextAreaElement>('Your answer');
    for (const value of ['Until May.', 'Until May 2028.']) {
      fireEvent.change(field, { target: { value } });
      fireEvent.click(screen.getByRole('button', { name: 'Answer' }));
      if (isBroken) await screen.findByRole('alert');
      isBroken = false;
    }
    await waitFor(() => expect(field.value).toBe(''));
    const ids = calls
      .filter(({ path }) => path === 'room.say')
      .map(({ input }) => (input as { factId: string }).factId);

    expect(new Set(ids).size).toBe(2);
  });

  it('shows what was done here without the live stream, also when the answer to it got lost', async () => {
    const log = logOf(...inSecondRound);
    stubBoard(log, {
      'sessions.pause': () => {
        log.push(
          ...logOf(...inSecondRound, {
            type: 'session_paused',
            data: { reason: 'owner', words: 'You paused it.' },
          }).slice(log.length),
        );
        throw lostConnection();
      },
    });
    openRoom();
    fireEvent.click(await screen.findByRole('button', { name: 'Pause' }));

    expect(await screen.findByRole('button', { name: 'Resume' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });

  it('says of a seat whose words could not be read that they could not', async () => {
    const log = logOf(...inSecondRound);
    let isBroken = false;
    stubBoard(log, {
      'room.contributions': () => {
        if (isBroken) throw new Refusal('INTERNAL');
        return [contribution('zara-1')];
      },
    });
    openRoom();
    fireEvent.click(await seatOf(/Zara Morales/));
    await screen.findByText('What zara argues in round 1.');
    isBroken = true;
    log.push(...logOf(...inSecondRound, spoke('zara', 2, 'open')).slice(log.length));
    tell();

    expect(await screen.findByText('What was said here could not be read.')).toBeTruthy();
  });
});
