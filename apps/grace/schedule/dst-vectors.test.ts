import { describe, expect, it } from 'vitest';
import { slotLabel } from './slot-label.ts';
import { slotsBetween } from './slots.ts';
import { dstVectors } from './testing/dst-vectors.ts';
import { dayBounds } from './zone.ts';

describe('where the clocks change', () => {
  it.each(dstVectors)('$what ($zone)', ({ plan, zone, days: [first, last], instants, labels }) => {
    const slots = slotsBetween(plan, zone, dayBounds(zone, first).start, dayBounds(zone, last).end);

    expect(slots.map(({ scheduledAt }) => new Date(scheduledAt).toISOString())).toEqual(instants);
    expect(slots.map((slot) => slotLabel(slot))).toEqual(labels);
  });
});
