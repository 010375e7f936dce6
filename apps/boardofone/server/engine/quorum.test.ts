import { describe, expect, it } from 'vitest';
import { hasQuorum } from './quorum.ts';

const panelOf = (...weights: number[]) =>
  weights.map((weight, index) => ({ id: `s${index}`, baseWeight: weight.toFixed(2) }));

describe('a round', () => {
  it.each([
    ['everybody', panelOf(1, 1, 1), [], true],
    ['two of three', panelOf(1, 1, 1), ['s0'], true],
    ['one of three', panelOf(1, 1, 1), ['s0', 's1'], false],
    ['half of four', panelOf(1, 1, 1, 1), ['s0', 's1'], false],
    ['three of five, who are less than two thirds', panelOf(1, 1, 1, 1, 1), ['s0', 's1'], false],
    ['four of five', panelOf(1, 1, 1, 1, 1), ['s0'], true],
    ['most, without the heaviest', panelOf(3, 1, 1, 1), ['s0'], false],
    ['two thirds of the weight, and not most of the seats', panelOf(3, 3, 1, 1), ['s2', 's3'], false],
  ])('with %s left has a quorum or has none', (_, panel, silent, has) => {
    expect(hasQuorum(panel, silent)).toBe(has);
  });
});
