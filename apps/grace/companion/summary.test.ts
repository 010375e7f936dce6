import { describe, expect, it } from 'vitest';
import { extractSummary, linkSentences, type SummaryTurn } from './summary.ts';

const turn = (
  id: string,
  role: SummaryTurn['role'],
  content: string,
  kind: SummaryTurn['kind'] = 'talk',
) => ({
  id,
  role,
  kind,
  content,
});

const turns = [
  turn('1', 'companion', 'Do you like flowers or vegetables better?', 'opening'),
  turn('2', 'person', 'Flowers. I had roses behind the house.'),
  turn('3', 'companion', 'How lovely.'),
  turn('4', 'person', 'When do I take my tablets?'),
  turn('5', 'companion', 'Your plan says …', 'dose'),
  turn('6', 'person', 'I have fallen'),
  turn('7', 'companion', 'Call …', 'safety'),
];

describe('a summary without a model', () => {
  it('links every sentence to turns of the session', () => {
    const ids = turns.map(({ id }) => id);
    for (const { turnIds } of extractSummary('Margaret', 'Gardens', turns)) {
      expect(turnIds.length).toBeGreaterThan(0);
      expect(ids).toEqual(expect.arrayContaining(turnIds));
    }
  });

  it('says what it was about, what the person said, and what the rules noticed', () => {
    expect(extractSummary('Margaret', 'Gardens', turns)).toEqual([
      { text: 'The conversation began with “Gardens”.', turnIds: ['1'] },
      { text: 'Margaret said: “Flowers. I had roses behind the house.”', turnIds: ['2'] },
      { text: 'Margaret asked about medicines; the answer came from the plan.', turnIds: ['4'] },
      { text: 'Margaret said something on the safety list; the family was told at once.', turnIds: ['6'] },
    ]);
  });

  it('says so when nothing was said', () => {
    expect(extractSummary('Margaret', 'Gardens', turns.slice(0, 1)).at(-1)?.text).toBe(
      'Margaret did not say anything.',
    );
  });
});

describe('a summary by a model', () => {
  it('keeps only what it can show the turns of', () => {
    const written = [
      { text: 'She spoke of roses.', turns: [2, 2] },
      { text: 'She was happy.', turns: [] },
      { text: 'She spoke of her son.', turns: [99] },
    ];
    expect(linkSentences(written, turns)).toEqual([{ text: 'She spoke of roses.', turnIds: ['2'] }]);
  });
});
