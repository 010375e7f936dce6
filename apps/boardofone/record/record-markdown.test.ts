import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFile, markdownFile } from './export-file.ts';
import { recordMarkdown } from './record-markdown.ts';
import { SessionRecord } from './schemas.ts';
import { sampleRecord } from './testing/sample-record.ts';

const memo = sampleRecord.memo ?? fail();
function fail(): never {
  throw new Error('the sample has a memo');
}

describe('the memo in Markdown', () => {
  it('holds the minority report, with its words and what would change its mind', () => {
    const text = recordMarkdown(sampleRecord) ?? '';
    const [, report = ''] = text.split('## Minority report');

    expect(report).toContain('### Do nothing\n\nFor it: Milo Brandt.\n\n> The rent eats it.');
    expect(report).toContain('- If the rent were half.');
  });

  it('holds the minority report even where there is nothing to report', () => {
    const text = recordMarkdown({ ...sampleRecord, memo: { ...memo, minority: [] } });

    expect(text).toContain('## Minority report\n\nNobody voted otherwise.');
  });

  it('leads from each claim to what it rests on, and says which rests on nothing', () => {
    const text = recordMarkdown(sampleRecord);

    expect(text).toContain('- Nothing is recommended.[^1][^2]');
    expect(text).toContain('- The rent may rise. *(unsupported)*');
    expect(text).toContain('[^2]: Milo Brandt, round 1: The rent eats it.');
  });

  it('says what each answer cost', () => {
    const text = recordMarkdown(sampleRecord);

    expect(text).toContain('| One model alone | Open it | $0.0010 |');
    expect(text).toContain('| The panel after the debate | left to you | $0.0040 |');
  });

  it('takes nothing that somebody said for markup', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const text = recordMarkdown({
          ...sampleRecord,
          memo: {
            ...memo,
            minority: memo.minority.map((one) => ({ ...one, quote: `${words}\n# Fake\n<img src=x>[a](b)` })),
          },
        });
        expect(text).not.toMatch(/^#+ Fake|(?<!\\)<img|(?<!\\)\[a\]/m);
        expect(text?.match(/^## /gm)).toHaveLength(8);
      }),
    );
  });

  it('holds what was asked afterwards, under whoever was asked, and that no answer came', () => {
    const followUp = {
      id: '018f0000-0000-7000-8000-0000000000aa',
      seatId: sampleRecord.panel[1]?.id ?? '',
      question: 'And if the rent\n# falls?',
      status: 'answered' as const,
      answer: 'Then I would open it.\n\nHalf would do.',
      failure: null,
      provider: 'anthropic',
      model: 'claude-haiku-4-5',
      inputTokens: 100,
      outputTokens: 50,
      cost: '0.00100000',
      promptHash: '',
      createdAt: sampleRecord.exportedAt,
      answeredAt: sampleRecord.exportedAt,
    };
    const lost = {
      ...followUp,
      seatId: null,
      status: 'failed' as const,
      answer: '',
      failure: 'MODEL_TIMEOUT',
    };
    const text = recordMarkdown({ ...sampleRecord, followUps: [followUp, lost] });

    expect(text).toContain('## Asked afterwards\n\nNothing of it changed the votes or the memo.');
    expect(text).toContain(
      '### To Milo Brandt: And if the rent \\# falls?\n\n> Then I would open it.\n> \n> Half',
    );
    expect(text).toContain('### To the chair: And if the rent \\# falls?\n\nNo answer came.');
    expect(recordMarkdown(sampleRecord)).not.toContain('Asked afterwards');
  });

  it('of a what-if says what it does otherwise, and which session it begins from', () => {
    const sessionId = '018f0000-0000-7000-8000-0000000000bb';
    const textOf = (forkedFrom: SessionRecord['session']['forkedFrom']) =>
      recordMarkdown({ ...sampleRecord, session: { ...sampleRecord.session, forkedFrom } });
    const change = { kind: 'assumption' as const, text: 'The rent\n# is halved.' };
    const text = textOf({ sessionId, round: 2, change, earlierCost: '0.01000000' });
    const early = textOf({ sessionId, round: 0, change: { kind: 'panel' }, earlierCost: '0' });

    expect(text).toContain(
      `bakery?\n\n**What if: “The rent \\# is halved.”**\n\nRounds 1 to 2 are taken over from the session ${sessionId}, where it had cost $0.0100. The rest was asked anew.\n\n## Outcome`,
    );
    expect(early).toContain(
      `**What if another panel decides**\n\nIts questions and options are taken over from the session ${sessionId}. The rest`,
    );
    expect(recordMarkdown(sampleRecord)).not.toContain('What if');
  });

  it('has no sum in which a price is missing', () => {
    const unpriced = {
      v: 1 as const,
      seq: 1,
      at: sampleRecord.exportedAt,
      type: 'cost_settled',
      data: { step: 'position', cost: '0', tokens: 10, isPriced: false },
    };
    const text = recordMarkdown({ ...sampleRecord, events: [unpriced] });

    expect(text).toContain('Cost: price unknown, at least $');
    expect(text).toContain('| One model alone |');
    expect(text?.match(/\| price unknown \|/g)).toHaveLength(3);
  });

  it('is not there before there is a memo', () => {
    expect(markdownFile({ ...sampleRecord, memo: null })).toBeNull();
  });
});

describe('the record as JSON', () => {
  it('says again what it was made of, under a name with its day', () => {
    const { name, text } = jsonFile(sampleRecord);

    expect(name).toBe('decision-record-2026-11-21.json');
    expect(SessionRecord.parse(JSON.parse(text))).toEqual(sampleRecord);
  });

  it.each([
    ['without a minority report', { memo: { ...memo, minority: undefined } }],
    ['with a gap in its log', { events: sampleRecord.events.slice(1) }],
    ['of another version', { version: 1 }],
  ])('is none %s', (_, change) => {
    expect(SessionRecord.safeParse({ ...sampleRecord, ...change }).success).toBe(false);
  });
});
