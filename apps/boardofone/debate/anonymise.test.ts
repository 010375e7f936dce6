import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymise, speakerLabel, speakerSeat } from './anonymise.ts';

const identities = [
  { seatId: 's1', name: 'Zara Morales', code: 'growth_hacker' },
  { seatId: 's2', name: 'Inês Marchetti', code: 'regulator' },
  { seatId: 's3', name: 'Kofi Mensah-Boateng', code: 'red_teamer' },
  { seatId: 's4', name: 'Will Frank', code: 'the_sceptic' },
];
const order = ['s3', 's1', 's2'];
const shown = (text: string) => anonymise(text, identities, order);

describe('labels', () => {
  it('follow the order of the prompt, and lead back to the seat', () => {
    expect(order.map((seatId) => speakerLabel(order, seatId))).toEqual([
      'Speaker A',
      'Speaker B',
      'Speaker C',
    ]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 60 }), (seats) => {
        for (const seatId of seats) expect(speakerSeat(seats, speakerLabel(seats, seatId))).toBe(seatId);
      }),
    );
  });

  it('are none for who is not in the order, and nobody for a label that was not given', () => {
    expect(speakerLabel(order, 's4')).toBe('a speaker');
    expect(speakerSeat(order, 'Speaker D')).toBeUndefined();
    expect(speakerSeat(order, ' speaker a ')).toBe('s3');
  });
});

describe('what others see', () => {
  it.each([
    ['Zara Morales is right.', 'Speaker B is right.'],
    ['I agree with zara, and with MORALES.', 'I agree with Speaker B, and with Speaker B.'],
    ['Zara’s point, Zara\n Morales!', 'Speaker B’s point, Speaker B!'],
    ['Za\u200bra Mor\u00adales, Z\u200dara', 'Speaker B, Speaker B'],
    ['As growth_hacker I say', 'As Speaker B I say'],
    ['GROWTH_HACKER: yes', 'Speaker B: yes'],
    ['Ines Marchetti and Ine\u0302s', 'Speaker C and Speaker C'],
    ['(Kofi) “Mensah-Boateng”', '(Speaker A) “Speaker A”'],
    ['Will Frank said so', 'a speaker said so'],
  ])('“%s” as “%s”', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    'Zarah and Moralesque are others',
    'It will be frank',
    'The regulator may fine us',
    'my_growth_hackers',
    'Café, naïve, Ångström',
  ])('“%s” as it is', (text) => {
    expect(shown(text)).toBe(text);
  });

  it('never a name, wherever it stands', () => {
    const filler = fc.stringMatching(/^[ .,;:!?"'()\n-]{1,3}$/);
    const name = fc.constantFrom('Zara', 'MORALES', 'zara morales', 'inês', 'Ines', 'kofi', 'red_teamer');
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, name, filler)), (parts) => {
        const text = shown(parts.flat().join(''));
        expect(text).not.toMatch(/zara|morales|in[eê]s|kofi|red_teamer/i);
      }),
    );
  });

  it('nobody in particular, where two have the name', () => {
    const both = [
      { seatId: 's1', name: 'Ana Robledo', code: 'a_b' },
      { seatId: 's2', name: 'Ana Wrona', code: 'c_d' },
    ];
    expect(anonymise('Ana, Ana Wrona, Robledo', both, ['s1', 's2'])).toBe('a speaker, Speaker B, Speaker A');
  });

  it('without anybody, the text itself', () => {
    expect(anonymise('Zara', [], [])).toBe('Zara');
    expect(anonymise('a . b', [{ seatId: 's', name: ' ', code: '' }], ['s'])).toBe('a . b');
  });
});
