import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consensusOf, type Stance, unanimityWarning } from './consensus.ts';
import { type DebateState, stopDecision } from './stop.ts';

/** "AAB-": what each seat stands for, and who says nothing. */
const round = (written: string): Stance[] =>
  [...written].map((letter, index) => ({ seatId: `s${index}`, optionId: letter === '-' ? null : letter }));
const panelOf = (written: string) =>
  [...written].map((letter, index) => ({ seatId: `s${index}`, weight: 1, mayChange: letter === 'o' }));
const decide = (rounds: string[], part: Partial<DebateState> = {}) => {
  const decision = stopDecision({
    rounds: rounds.map(round),
    panel: panelOf('ooooo'),
    maxRounds: 3,
    isCapReached: false,
    isKilled: false,
    ...part,
  });
  return decision.stop ? decision.reason : 'goes on';
};

describe('the debate stops', () => {
  it.each<[string, string, string[]]>([
    ['stability', 'nobody changed', ['AABBC', 'AABBC']],
    ['stability', 'nobody changed in the last round', ['AABBC', 'AAABC', 'AAABC']],
    ['stability', 'one fell silent', ['AABBC', 'AABB-']],
    ['stability', 'one came back as it went', ['AABBC', 'AAAB-', 'AAABC']],
    ['goes on', 'one changed', ['AABBC', 'AABBB']],
    ['goes on', 'one came back otherwise', ['AABBC', 'AAAB-', 'AAABA']],
    ['goes on', 'one spoke for the first time', ['AABB-', 'AABBC']],
    ['goes on', 'most were silent', ['AABBC', 'AA---']],
    ['goes on', 'there was the blind round only', ['AAAAA']],
    ['goes on', 'nothing has been said', []],
    ['max_rounds', 'all rounds were held', ['AABBC', 'AABBA', 'AABBC', 'AABBA']],
    ['goes on', 'one round is left', ['AABBC', 'AABBA', 'AABBC']],
    ['stability', 'it was stable in the last possible round', ['AABBC', 'AABBA', 'AABBC', 'AABBC']],
  ])('%s: %s', (reason, _, rounds) => {
    expect(decide(rounds)).toBe(reason);
  });

  it('after the blind round, where no others were wanted', () => {
    expect(decide(['AABBC'], { maxRounds: 0 })).toBe('max_rounds');
  });

  it('at once, when it is killed or the money is out, and says which', () => {
    const stable = ['AABBC', 'AABBC'];
    expect(decide(stable, { isKilled: true, isCapReached: true })).toBe('killed');
    expect(decide(stable, { isCapReached: true })).toBe('cost_cap');
    expect(decide([], { isCapReached: true })).toBe('cost_cap');
  });
});

describe('mathematical certainty', () => {
  it.each<[string, string, string]>([
    ['certainty', 'AAABB', 'xxxoo'],
    ['goes on', 'AAABB', 'xxooo'],
    ['goes on', 'AABBC', 'xxxxo'],
    ['certainty', 'AAABC', 'xxxxx'],
    ['goes on', 'AABBC', 'xxxxx'],
    ['goes on', 'AA---', 'xxooo'],
    ['goes on', '-----', 'xxxxx'],
  ])('%s: %s, of whom %s may change', (reason, stances, open) => {
    expect(decide([stances], { panel: panelOf(open) })).toBe(reason);
  });

  it('counts weights exactly', () => {
    const panel = [0.3, 0.1, 0.1, 0.1].map((weight, index) => ({
      seatId: `s${index}`,
      weight,
      mayChange: false,
    }));
    expect(decide(['ABBB'], { panel })).toBe('goes on');
  });

  it('is never claimed where some way of changing would end otherwise', () => {
    const letters = fc.constantFrom('A', 'B', 'C', '-');
    const seat = fc.record({ letter: letters, weight: fc.constantFrom(1, 1.5, 2), mayChange: fc.boolean() });
    fc.assert(
      fc.property(fc.array(seat, { minLength: 1, maxLength: 5 }), (seats) => {
        const panel = seats.map((one, index) => ({ ...one, seatId: `s${index}` }));
        const written = seats.map(({ letter }) => letter);
        const isCertain = decide([written.join('')], { panel, maxRounds: 9 }) === 'certainty';
        const winners = new Set(endings(written).map(winnerOf));
        expect(isCertain).toBe(winners.size === 1 && !winners.has(''));

        function endings(stances: string[], from = 0): string[][] {
          if (from === stances.length) return [stances];
          if (!seats[from]?.mayChange) return endings(stances, from + 1);
          return ['A', 'B', 'C', '-'].flatMap((letter) => endings(stances.with(from, letter), from + 1));
        }

        /** The option that leads alone; nothing where none does. */
        function winnerOf(stances: string[]): string {
          const weightOf = (letter: string) =>
            seats.reduce((sum, { weight }, index) => sum + (stances[index] === letter ? weight : 0), 0);
          const highest = Math.max(...['A', 'B', 'C'].map(weightOf));
          const leading = ['A', 'B', 'C'].filter((letter) => weightOf(letter) === highest);
          return highest > 0 && leading.length === 1 ? (leading[0] ?? '') : '';
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('consensus', () => {
  it('is another thing than stability', () => {
    expect(consensusOf(round('AABB-'))).toEqual({
      leading: ['A', 'B'],
      agreeing: 2,
      speaking: 4,
      agreement: 0.5,
      isUnanimous: false,
      words: '2 of 4 seats that spoke agree.',
    });
    expect(consensusOf([])).toMatchObject({ leading: [], agreement: 0, isUnanimous: false });
  });

  it.each([
    ['AAAA-', true],
    ['AAAB', false],
    ['A', false],
    ['--', false],
  ])('unanimity in the blind round is a warning: %s', (stances, isWarned) => {
    expect(unanimityWarning(round(stances)) !== null).toBe(isWarned);
  });
});
