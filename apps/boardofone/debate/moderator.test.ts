import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Agenda, type ModeratedPosition, moderate } from './moderator.ts';

const agenda: Agenda = {
  problem: 'Should we raise the price of the bakery’s bread?',
  subQuestions: ['What would customers pay?'],
  options: [
    { id: 'A', label: 'Raise prices' },
    { id: 'B', label: 'Do nothing' },
    { id: 'C', label: 'Close on Mondays', description: 'Saves energy' },
  ],
};

const position = (seatId: string, optionId: string, part: Partial<ModeratedPosition> = {}) => ({
  seatId,
  optionId,
  confidence: 'medium' as const,
  isNovel: true,
  argument: 'Pricing is what matters.',
  isAdversarial: false,
  ...part,
});
const rules = (round: number, positions: ModeratedPosition[]) =>
  moderate(round, positions, agenda).map(({ rule, seatId }) => `${rule} ${seatId}`);

describe('the moderator', () => {
  it('says nothing to a lively debate', () => {
    const lively = [position('1', 'A'), position('2', 'A'), position('3', 'B'), position('4', 'C')];
    expect(rules(2, lively)).toEqual([]);
  });

  it('asks for the case against, from one seat for each dissenter that is missing', () => {
    expect(rules(1, [position('1', 'A'), position('2', 'A'), position('3', 'B')])).toEqual(['dissent 1']);
    expect(rules(1, [position('1', 'A'), position('2', 'A')])).toEqual(['dissent 1', 'dissent 2']);
  });

  it('asks for the counterfactual above 70 %, and not at it', () => {
    const seven = [...'1234567'].map((seatId) => position(seatId, 'A'));
    const three = ['8', '9', '10'].map((seatId) => position(seatId, 'B'));
    expect(rules(1, [...seven, ...three])).toEqual([]);
    expect(rules(1, [...seven, ...three.slice(1)])).toEqual(['agreement 1']);
  });

  it('speaks first to who is there to oppose, and then to the surest', () => {
    const positions = [
      position('1', 'A', { confidence: 'low' }),
      position('2', 'A', { confidence: 'high' }),
      position('3', 'A', { isAdversarial: true, confidence: 'low' }),
      position('4', 'A'),
      position('5', 'A'),
    ];
    expect(rules(1, positions)).toEqual(['dissent 3', 'dissent 2', 'agreement 4']);
  });

  it('reminds who left the topic, and who had nothing new after the blind round', () => {
    const positions = [
      position('1', 'A'),
      position('2', 'A', { argument: 'Football was great yesterday.' }),
      position('3', 'B', { isNovel: false }),
      position('4', 'C', { isNovel: false, argument: 'Football!' }),
    ];
    expect(rules(2, positions)).toEqual(['off_topic 2', 'off_topic 4', 'novelty 3']);
    expect(rules(1, positions)).toEqual(['off_topic 2', 'off_topic 4']);
  });

  it('takes for the panel’s questions rather a seat that needs no reminder', () => {
    const positions = [position('1', 'A', { isNovel: false }), position('2', 'A'), position('3', 'B')];
    expect(rules(2, positions)).toEqual(['dissent 2', 'novelty 1']);
    expect(rules(2, positions.with(1, position('2', 'A', { isNovel: false })))).toEqual([
      'dissent 1',
      'novelty 2',
    ]);
  });

  it('says in words what it wants', () => {
    const words = moderate(1, [position('1', 'A'), position('2', 'A')], agenda).map((one) => one.words);
    expect(words[0]).toBe(
      'Fewer than 2 seats disagree. Make the strongest case against “Raise prices” that you can, even if you keep your position.',
    );
  });

  it.each([
    ['Raising it is risky', true],
    ['CUSTOMER loyalty', true],
    ['Energy is dear', true],
    ['On mondays', true],
    ['Bakeries die', true],
    ['We should be very careful', false],
    ['It isn’t what we’d do, don’t you think?', false],
    ['', false],
  ])('“%s” is on the topic: %s', (argument, isOnTopic) => {
    const lively = [
      position('1', 'A', { argument }),
      position('2', 'B'),
      position('3', 'C'),
      position('4', 'A'),
    ];
    expect(rules(1, lively)).toEqual(isOnTopic ? [] : ['off_topic 1']);
  });

  it.each([
    [
      'German',
      'Sollen wir eine zweite Bäckerei eröffnen oder die alte erweitern?',
      'Pachtzins frisst alles auf.',
    ],
    [
      'Finnish',
      'Pitäisikö meidän avata toinen leipomo vai laajentaa nykyistä?',
      'Vuokra on liian kallis meille nyt.',
    ],
    ['Chinese', '我们应该提高面包的价格吗', '足球昨天非常好看'],
  ])('does not judge in %s what is on the topic', (_, problem, argument) => {
    const foreign: Agenda = { problem, subQuestions: [], options: agenda.options };
    const lively = ['A', 'B', 'C', 'A'].map((optionId, seat) => position(`${seat}`, optionId, { argument }));
    expect(moderate(1, lively, foreign)).toEqual([]);
    // Nor an answer in that language to a question in English.
    expect(
      moderate(1, [...lively.slice(1), position('x', 'A', { argument: problem })], agenda),
    ).not.toContainEqual(expect.objectContaining({ seatId: 'x' }));
  });

  it('speaks at most once to a seat, to a seat of the round only, and always alike', () => {
    const anyPosition = fc.record({
      optionId: fc.constantFrom('A', 'B', 'C'),
      confidence: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
      isNovel: fc.boolean(),
      argument: fc.constantFrom('Prices matter.', 'Football!'),
      isAdversarial: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyPosition, { maxLength: 7 }), fc.integer({ min: 1, max: 4 }), (parts, round) => {
        const positions = parts.map((part, index) => ({ ...part, seatId: `s${index}` }));
        const spokenTo = moderate(round, positions, agenda).map(({ seatId }) => seatId);
        expect(new Set(spokenTo).size).toBe(spokenTo.length);
        for (const seatId of spokenTo) expect(positions.map((one) => one.seatId)).toContain(seatId);
        expect(moderate(round, structuredClone(positions), agenda)).toEqual(
          moderate(round, positions, agenda),
        );
      }),
    );
  });
});
