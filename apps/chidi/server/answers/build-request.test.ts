import { estimateTokens } from '@commons/ai';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContextFields, contextSections } from '../contexts/schemas.ts';
import { buildRequest, type ContextVersion } from './build-request.ts';
import { Receipt } from './schemas.ts';

const model = { provider: 'local', model: 'tiny', offline: false };
const contextOf = (fields: Partial<ContextFields>): ContextVersion => ({
  id: '01a1fdad-a428-7f04-8635-1870e9ad14fe',
  version: 3,
  name: 'Backhaus',
  fields: {
    ...(Object.fromEntries(contextSections.map(({ key }) => [key, ''])) as ContextFields),
    ...fields,
  },
  contentHash: 'hash',
});

const question = { role: 'user' as const, content: 'What sells best?' };
const half = { role: 'assistant' as const, content: 'Rye br' };

describe('the request for an answer', () => {
  it('tells the rules first, then the business, then the conversation', () => {
    const { request } = buildRequest(contextOf({ offers: 'Rye bread.', tone: 'Warm.' }), [question], model);
    const parts = [
      'You are Chidi',
      '# Business context: Backhaus',
      '## What we sell\nRye bread.',
      '## Tone of voice\nWarm.',
    ];
    const places = parts.map((part) => request.system.indexOf(part));

    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(request.messages).toEqual([question]);
  });

  it('begins the same as long as the business says the same, whatever is asked', () => {
    const context = contextOf({ offers: 'Rye bread.' });

    expect(buildRequest(context, [question], model).request.system).toBe(
      buildRequest(context, [question, half], model).request.system,
    );
  });

  it('leaves sections out that say nothing', () => {
    const { request, receipt } = buildRequest(contextOf({ tone: ' \n ' }), [question], model);

    expect(request.system).not.toContain('## ');
    expect(receipt.context.sections).toEqual([]);
  });

  it('asks to go on when the conversation ends in mid-answer', () => {
    const { request, receipt } = buildRequest(contextOf({}), [question, half], model);

    expect(request.messages.slice(0, 2)).toEqual([question, half]);
    expect(request.messages[2]).toMatchObject({
      role: 'user',
      content: expect.stringContaining('broke off'),
    });
    expect(receipt.history.messages).toBe(2);
  });
});

describe('the receipt of a request', () => {
  it('lists exactly the sections that the request has, with their tokens, and fits its schema', () => {
    const fields = fc.record(
      Object.fromEntries(contextSections.map(({ key }) => [key, fc.string({ maxLength: 60 })])) as Record<
        keyof ContextFields,
        fc.Arbitrary<string>
      >,
    );
    fc.assert(
      fc.property(fields, (written) => {
        const { request, receipt } = buildRequest(contextOf(written), [question], model);

        expect(Receipt.parse(receipt)).toEqual(receipt);
        for (const { key, label } of contextSections) {
          const section = receipt.context.sections.find((one) => one.key === key);
          const text = `## ${label}\n${written[key].trim()}`;
          expect(section !== undefined).toBe(written[key].trim() !== '');
          if (!section) continue;
          expect(request.system).toContain(text);
          expect(section).toEqual({ key, label, tokens: estimateTokens(text) });
        }
      }),
    );
  });

  it('names the version, the model and the parameters of the request', () => {
    const { request, receipt } = buildRequest(contextOf({}), [question], model);
    const { maxOutputTokens, temperature } = request;

    expect(receipt).toMatchObject({
      context: { versionId: contextOf({}).id, version: 3, name: 'Backhaus', contentHash: 'hash' },
      history: { messages: 1, tokens: estimateTokens(question.content) },
      model,
      parameters: { maxOutputTokens, temperature },
      usage: null,
    });
  });
});
