// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, Stream, screen, waitFor } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../deliberation/apply-event.ts';
import { storeView } from '../../deliberation/checkpoint.ts';
import { inSecondRound, logOf, seated, sessionId } from '../../deliberation/testing/sample-log.ts';
import { open, session, stubBoard } from '../testing/stub-board.ts';

const log = logOf(...inSecondRound);
const ended = log.findIndex(({ type }) => type === 'round_ended') + 2;
const start = {
  checkpoint: { seq: ended, view: storeView(viewOf(log.slice(0, ended))) },
  events: log.slice(ended),
};

describe('a long log', () => {
  it('lets the room be shown from its last checkpoint, before what came earlier is there', async () => {
    const earlier = Promise.withResolvers<object>();
    const calls = stubBoard(log, { 'room.start': () => start, 'room.events': () => earlier.promise });
    open(`/sessions/${sessionId}`);
    const zara = await screen.findByRole('button', { name: /Zara Morales/ });

    expect(zara.textContent).toMatch(/Thinking.*O1 Open a second bakery.*high confidence/);
    expect(screen.getByText('Earlier moments are being read.')).toBeTruthy();
    expect(screen.queryByText('You put the decision before the board.')).toBeNull();
    earlier.resolve(log.slice(0, ended));
    await screen.findByText('You put the decision before the board.');
    expect(screen.queryByText('Earlier moments are being read.')).toBeNull();
    expect(calls.filter(({ path }) => path === 'room.events').map(({ input }) => input)).toEqual([
      { id: sessionId, until: ended },
    ]);
  });

  it('is replayed once all of it is there', async () => {
    const earlier = Promise.withResolvers<object>();
    stubBoard(log, { 'room.start': () => start, 'room.events': () => earlier.promise });
    open(`/sessions/${sessionId}/replay`);
    earlier.resolve(log.slice(0, ended));

    expect(await screen.findByText(`Moment 1 of ${log.length}`)).toBeTruthy();
  });
});

describe('a log that cannot be read on', () => {
  const broken = { isBroken: false };
  const readOn = ({ after = 0 }: { after?: number }) => {
    if (broken.isBroken) throw new Refusal('RATE_LIMITED');
    return log.filter(({ seq }) => seq > after);
  };
  const breakAndTell = async () => {
    broken.isBroken = true;
    await waitFor(() => expect(Stream.opened.length).toBeGreaterThan(0));
    Stream.opened.at(-1)?.send({ sessionId });
  };

  it('leaves the room as it was, says that it may be behind, and catches up', async () => {
    broken.isBroken = false;
    stubBoard(log, { 'room.events': readOn });
    open(`/sessions/${sessionId}`);
    const seat = await screen.findByRole('button', { name: /Zara Morales/ });
    await breakAndTell();
    expect((await screen.findByRole('alert')).textContent).toContain(
      'What has happened since could not be read',
    );

    expect(document.body.contains(seat)).toBe(true);
    broken.isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('takes nothing away of what somebody is writing', async () => {
    broken.isBroken = false;
    const asked = logOf(...seated.slice(0, 2));
    stubBoard(asked, {
      'room.events': ({ after = 0 }: { after?: number }) => {
        if (broken.isBroken) throw new Refusal('INTERNAL');
        return asked.filter(({ seq }) => seq > after);
      },
    });
    open(`/sessions/${sessionId}/questions`);
    const question = await screen.findByLabelText<HTMLTextAreaElement>('Question 1');
    fireEvent.change(question, { target: { value: 'Who would bake?' } });
    await breakAndTell();
    await screen.findByRole('alert');

    expect(screen.getByLabelText<HTMLTextAreaElement>('Question 1').value).toBe('Who would bake?');
  });

  it('is nowhere once the session was deleted on another device', async () => {
    let isGone = false;
    stubBoard(log, {
      'sessions.byId': () => {
        if (isGone) throw new Refusal('NOT_FOUND');
        return session;
      },
    });
    open(`/sessions/${sessionId}`);
    await screen.findByRole('button', { name: /Zara Morales/ });
    isGone = true;
    Stream.opened.at(-1)?.send({ sessionId });

    expect(await screen.findByRole('heading', { name: 'Nothing here' })).toBeTruthy();
  });
});
