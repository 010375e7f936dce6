// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { screen } from '@commons/ui/testing';
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../deliberation/apply-event.ts';
import { storeView } from '../../deliberation/checkpoint.ts';
import { inSecondRound, logOf, sessionId } from '../../deliberation/testing/sample-log.ts';
import { open, stubBoard } from '../testing/stub-board.ts';

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
