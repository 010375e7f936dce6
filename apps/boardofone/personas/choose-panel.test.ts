import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { choosePanel, type PanelRequest, panelSizes, type Seat } from './choose-panel.ts';
import { diversityOf } from './diversity.ts';

const words = [...new Set(catalogue.flatMap(({ keywords }) => keywords)), 'we', 'the', 'perhaps', 'Ćevapi'];
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((chosen) => chosen.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
);
const anySize = fc.integer({ min: panelSizes.min, max: panelSizes.max });
const anyRequest = fc.record({
  problem: anyText,
  context: anyText,
  options: fc.array(anyText, { maxLength: 4 }),
  size: anySize,
  seed: fc.string(),
});
const anyShuffled = fc.shuffledSubarray([...catalogue], { minLength: catalogue.length });
const codesOf = (request: PanelRequest) => choosePanel(request).map(({ code }) => code);
const spreadOf = (seats: readonly Seat[]) =>
  diversityOf(catalogue.filter(({ code }) => seats.some((seat) => seat.code === code)));
const mothers = { problem: 'My mother needs care. Should I move back, or stay in Lisbon?', seed: 'a' };

describe('any panel', () => {
  it('has as many different seats as asked for, some that oppose and more that do not', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const seats = choosePanel(request);
        const sceptics = seats.filter(({ adversarial }) => adversarial).length;

        expect(new Set(seats.map(({ code }) => code)).size).toBe(request.size);
        expect(sceptics).toBeGreaterThanOrEqual(1);
        expect(sceptics).toBeLessThan(seats.length / 2);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same for the same seed, in whatever order catalogue and options come', () => {
    fc.assert(
      fc.property(anyRequest, anyShuffled, (request, shuffled) => {
        const reordered = { ...request, options: request.options.toReversed() };

        expect(choosePanel(reordered, shuffled)).toEqual(choosePanel(request));
      }),
      { numRuns: 200 },
    );
  });

  it('weighs every seat alike, but for one at most, which is no sceptic', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const seats = choosePanel(request);
        const heavier = seats.filter(({ weight }) => weight !== 1);

        expect(heavier.length).toBeLessThanOrEqual(1);
        for (const seat of heavier) expect(seat).toMatchObject({ weight: 1.5, adversarial: false });
      }),
      { numRuns: 400 },
    );
  });

  it('has a score of diversity between 0 and 1 that its counts explain', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const seats = choosePanel(request);
        const { score, functions, temperaments, methods, seats: seated } = spreadOf(seats);
        const mean = (functions + temperaments + methods - 3) / (3 * (seats.length - 1));

        expect(seated).toBe(seats.length);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(score).toBeCloseTo(mean, 2);
      }),
      { numRuns: 200 },
    );
  });

  it('gives each seat a reason that quotes the problem', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        for (const { reason } of choosePanel(request)) expect(reason).toMatch(/(You wrote|On) “/);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a panel about private life', () => {
  it('seats those whom the problem calls for, and says by which words', () => {
    const seats = choosePanel(mothers);
    const [first] = seats;

    expect(first).toMatchObject({ code: 'care_planner', weight: 1.5 });
    expect(first?.reason).toBe(
      'You wrote “care” and “mother”: Ana Lucía Robledo lays out who does what for whom, at three in the morning as well. It counts one and a half times, as the question lies closest to it.',
    );
  });

  it('seats nobody who knows only business', () => {
    const codes = codesOf({ ...mothers, size: 7 });
    const seated = catalogue.filter(({ code }) => codes.includes(code));

    expect(seated.filter(({ suits }) => suits === 'work')).toEqual([]);
  });
});

describe('a panel about business', () => {
  it('seats nobody who knows only private life', () => {
    const codes = codesOf({
      problem: 'Should we raise prices for existing customers, or hire a sales team?',
      size: 7,
      seed: 'a',
    });
    const seated = catalogue.filter(({ code }) => codes.includes(code));

    expect(codes).toContain('price_setter');
    expect(seated.filter(({ suits }) => suits === 'life')).toEqual([]);
  });
});

describe('a problem that calls for nobody', () => {
  it('gets voices that fit anything, spread wide, and other ones for another seed', () => {
    const problem = 'Heute oder morgen?';
    const seats = choosePanel({ problem, seed: '1' });
    const suits = seats.map(({ code }) => catalogue.find((persona) => persona.code === code)?.suits);

    expect(new Set(suits)).toEqual(new Set(['both']));
    expect(spreadOf(seats).score).toBeGreaterThan(0.9);
    expect(seats[0]?.reason).toMatch(/^On “Heute oder morgen\?”: .+ Another way of looking at it: /);
    const panels = ['1', '2', '3', '4'].map((seed) => codesOf({ problem, seed }).toSorted().join());
    expect(new Set(panels).size).toBeGreaterThan(1);
  });

  it('is quoted to a length that can be read', () => {
    const problem = `${'abcdefgh '.repeat(40)}`;
    const [seat] = choosePanel({ problem, seed: '1' });

    expect(seat?.reason).toMatch(/^On “(abcdefgh )+…”/);
    expect(seat?.reason.length).toBeLessThan(300);
  });
});

describe('what makes no panel', () => {
  it.each([2, 8, 4.5])('is refused: %d seats', (size) => {
    expect(() => choosePanel({ ...mothers, size })).toThrow('A panel has 3 to 7 seats.');
  });

  it('is refused: personas without a sceptic', () => {
    const meek = catalogue.filter(({ adversarial }) => !adversarial);

    expect(() => choosePanel(mothers, meek)).toThrow('do not make a panel with a sceptic');
  });
});

describe('a panel for a decision in another language', () => {
  // “Brand” and “Rat” are other words there than they are in English.
  const problem =
    'Sollen wir nach dem Brand die Marke neu aufbauen oder den Rat der Bank annehmen und schließen?';

  it('is spread wide, with one who opposes, and no seat counts more for a word that only looks English', () => {
    const seats = choosePanel({ problem, seed: 'a' });

    expect(seats.some(({ adversarial }) => adversarial)).toBe(true);
    expect(seats.map(({ weight }) => weight)).toEqual(Array(5).fill(1));
    for (const { reason } of seats) expect(reason).not.toContain('You wrote');
    expect(spreadOf(seats).score).toBeGreaterThan(0.8);
  });
});
