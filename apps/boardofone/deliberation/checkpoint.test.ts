import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { viewOf } from './apply-event.ts';
import { restoreView, storeView, viewFrom, viewVersion } from './checkpoint.ts';
import type { NewEvent } from './event.ts';
import { cost, logOf, wholeSession } from './testing/sample-log.ts';

const more: NewEvent[] = [
  cost('0.00210000', false),
  { type: 'answers_awaited', data: { until: '2026-11-21T12:00:00.000Z' } },
  { type: 'session_paused', data: { reason: 'cost_cap', words: 'Raise the cap.' } },
  { type: 'session_resumed', data: {} },
  { type: 'cap_changed', data: { capUsd: '2.0000' } },
  { type: 'session_failed', data: { reason: 'It broke.' } },
  { type: 'session_killed', data: { reason: 'Enough.' } },
];

const anyEvents = fc.oneof(
  fc.shuffledSubarray([...wholeSession, ...more]),
  fc.array(fc.constantFrom(...wholeSession, ...more), { maxLength: 60 }),
  fc.constant(wholeSession),
);

it('comes to the same from any moment that was stored as from the beginning', () => {
  fc.assert(
    fc.property(anyEvents, fc.nat(), (events, place) => {
      const log = logOf(...events);
      const seq = place % (log.length + 1);
      const stored = JSON.parse(JSON.stringify(storeView(viewOf(log.slice(0, seq)))));

      expect(viewFrom({ seq, view: restoreView(stored) }, log)).toEqual(viewOf(log));
    }),
    { numRuns: 500 },
  );
});

// Where this goes red, views that are stored are not what events come to any more: raise `viewVersion`, and note the new words here.
it('is of another version whenever the same events come to another view', () => {
  const views = [...wholeSession, ...more].map((_, index, all) => viewOf(logOf(...all.slice(0, index + 1))));
  const digest = createHash('sha256').update(JSON.stringify(views)).digest('hex').slice(0, 16);

  expect({ viewVersion, digest }).toEqual({ viewVersion: 3, digest: 'b61cfcbc7d6bf938' });
});
