import { describe, expect, it } from 'vitest';
import { hear } from './hear.ts';
import type { Contribution, Seat } from './read-table.ts';

const seat = (id: string, position: number, name: string) =>
  ({ id, position, name, personaCode: `${id}_keeper` }) as Seat;
const panel = [seat('ann', 1, 'Ann Aker'), seat('bo', 2, 'Bo Berg'), seat('cy', 3, 'Cy Carr')];
const said = (seatId: string, content: string, speakerOrder: string[] = []) =>
  ({
    seatId,
    content,
    speakerOrder,
    optionId: 'yes',
    confidence: 'high',
    dealbreaker: '',
    isAbstention: false,
  }) as unknown as Contribution;
const options = [{ key: 'O1', id: 'yes', label: 'Yes', description: '', isNothing: false }];
const room = { session: { seed: 7 }, panel, options };

describe('what a seat hears', () => {
  it('calls a speaker what the listener calls them, whatever the author’s labels were', () => {
    const words = [
      said('ann', 'Speaker A is wrong.', ['bo', 'cy', 'ann']),
      said('bo', 'I stay.'),
      said('cy', 'So do I.'),
    ];
    const { positions, speakerOrder } = hear(words, { id: 'cy', position: 3, round: 3 }, room);
    const bo = positions[speakerOrder.indexOf('bo')]?.label;

    expect(positions[speakerOrder.indexOf('ann')]?.argument).toBe(`${bo} is wrong.`);
  });

  it('leaves out who abstained, and every name', () => {
    const silent = { ...said('bo', ''), isAbstention: true };
    const { positions } = hear(
      [{ ...said('ann', 'As Bo Berg says.'), dealbreaker: 'If bo_keeper is right.' }, silent],
      { id: 'cy', position: 3, round: 2 },
      room,
    );

    expect(positions).toHaveLength(1);
    expect(positions[0]?.argument).not.toContain('Bo');
    expect(positions[0]?.dealbreaker).not.toContain('bo_keeper');
  });

  it('is in another order for another seat or round, and always the same for one', () => {
    const words = panel.map(({ id }) => said(id, 'I stay.'));
    const orders = [1, 2, 3].flatMap((position) =>
      [2, 3, 4].map((round) => hear(words, { id: 'ann', position, round }, room).speakerOrder.join()),
    );

    expect(new Set(orders).size).toBeGreaterThan(3);
    expect(hear(words, { id: 'ann', position: 1, round: 2 }, room).speakerOrder.join()).toBe(orders[0]);
  });
});
