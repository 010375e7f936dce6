import { createHash } from 'node:crypto';
import { answer } from '@commons/ai/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChidiPerson, noFields } from '../../testing/chidi-person.ts';
import { eventually } from '../../testing/eventually.ts';
import { modelName, type RunningChidi, startChidi } from '../../testing/start-chidi.ts';
import { type ContextFields, contextSections } from '../contexts/schemas.ts';

let chidi: RunningChidi;
let anna: ChidiPerson;
beforeAll(async () => {
  chidi = await startChidi();
  anna = await chidi.signUp();
});
afterAll(() => chidi?.[Symbol.asyncDispose]());

const bakery: ContextFields = {
  ...noFields,
  company: 'A bakery in Graz,\nsince 1921.',
  offers: 'Rye bread 4.20 EUR; rolls <0.60>',
  currency: 'EUR',
  doNotSay: '"cheap" & ## anything like it',
};

const lastRequest = () => {
  const request = chidi.model.requests.at(-1);
  if (!request) throw new Error('The model was not asked.');
  return request.body;
};
const systemOf = ({ messages }: ReturnType<typeof lastRequest>) => messages[0]?.content ?? '';

async function save(id: string, fields: ContextFields) {
  const { name, version } = await anna.client.contexts.byId.query({ id });
  return anna.client.contexts.update.mutate({ id, name, version, fields });
}

describe('what the model is told of the business', () => {
  it('is every section that says something, in order and word for word, and no other', async () => {
    const { id } = await anna.addBusiness(bakery);
    await anna.ended(await anna.ask('What do we sell?', id));
    const system = systemOf(lastRequest());
    const labels = [...system.matchAll(/^## (.+)$/gm)].map(([, label]) => label);

    expect(labels).toEqual(['The business', 'What we sell', 'Currency', 'Never say']);
    for (const text of Object.values(bakery).filter(Boolean)) expect(system).toContain(`\n${text}`);
    expect(system).not.toMatch(/N\/A|undefined|null/);
  });

  it('is in the very next request what was saved before it', async () => {
    const { id } = await anna.addBusiness(bakery);
    const first = await anna.ask('What do we sell?', id);
    await anna.ended(first);
    await save(id, { ...bakery, company: '', goals: 'Open a second shop by May.' });
    await anna.ended(await anna.reply(first, 'And now?'));
    const system = systemOf(lastRequest());

    expect(system).toContain('## Goals\nOpen a second shop by May.');
    expect(system).not.toContain('Graz');
    expect(system).not.toContain('## The business');
  });

  it('holds for any text in any section', async () => {
    const fields = fc.record(
      Object.fromEntries(
        contextSections.map(({ key }) => [key, fc.string({ unit: 'grapheme', maxLength: 150 })]),
      ) as Record<keyof ContextFields, fc.Arbitrary<string>>,
    );
    await fc.assert(
      fc.asyncProperty(fields, async (written) => {
        const { id, fields: saved } = await anna.addBusiness(written);
        await anna.ended(await anna.ask('Who are we?', id));
        const system = systemOf(lastRequest());

        for (const { key, label } of contextSections) {
          expect(saved[key]).toBe(written[key].replaceAll('\0', '').trim());
          if (saved[key]) expect(system).toContain(`## ${label}\n${saved[key]}`);
          else expect(system).not.toContain(`## ${label}\n`);
        }
      }),
      { numRuns: 15, endOnFailure: true },
    );
  });
});

describe('the receipt of an answer', () => {
  it('says what the request said', async () => {
    chidi.model.reply(answer('Rye bread.', { usage: { prompt_tokens: 1_000, completion_tokens: 500 } }));
    const { id, version } = await anna.addBusiness(bakery, 'Backhaus');
    const exchange = await anna.ask('What do we sell?', id);
    const { receipt } = await anna.ended(exchange);
    const body = lastRequest();
    const sectionsOfRequest = [...systemOf(body).matchAll(/^## (.+)$/gm)].map(([, label]) => label);
    const ordered = contextSections.map(({ key }) => [key, bakery[key]]);

    expect(receipt).toMatchObject({
      context: {
        version,
        name: 'Backhaus',
        contentHash: createHash('sha256')
          .update(JSON.stringify(['Backhaus', ordered]))
          .digest('hex'),
      },
      history: { messages: body.messages.length - 1 },
      model: { provider: 'local', model: body.model, offline: false },
      parameters: { maxOutputTokens: body.max_tokens, temperature: body.temperature },
      usage: {
        inputTokens: 1_000,
        outputTokens: 500,
        costUsd: '0.00200000',
        source: 'provider',
        pricedOn: '2026-11-01',
      },
    });
    expect(receipt?.context.sections.map(({ label }) => label)).toEqual(sectionsOfRequest);
    expect(receipt?.context.sections.every(({ tokens }) => tokens > 0)).toBe(true);
    expect(body.model).toBe(modelName);
    expect(systemOf(body)).toContain('# Business context: Backhaus');
  });

  it('stays with the version that the answer was given, whatever is saved later', async () => {
    const { id } = await anna.addBusiness(bakery);
    const exchange = await anna.ask('What do we sell?', id);
    const { receipt } = await anna.ended(exchange);
    await save(id, { ...bakery, offers: 'Nothing any more.' });
    const later = await anna.reply(exchange, 'And now?');
    await anna.ended(later);
    const versionSeenBy = async (answerId: string) => {
      const { context_version_id } = await chidi.stored(answerId);
      const [seen] = await chidi.server.db.admin`
        select version, fields ->> 'offers' as offers from chidi.context_versions where id = ${context_version_id}`;
      return seen;
    };

    expect((await anna.ended(exchange)).receipt).toEqual(receipt);
    expect(await versionSeenBy(exchange.answerId)).toEqual({ version: 1, offers: bakery.offers });
    expect(await versionSeenBy(later.answerId)).toEqual({ version: 2, offers: 'Nothing any more.' });
  });

  it('has the same figures as the ledger', async () => {
    const exchange = await anna.ask('What do we sell?');
    const { receipt } = await anna.ended(exchange);
    const [row, ...others] = await chidi.usageOf(exchange.answerId);

    expect(others).toEqual([]);
    expect(row).toEqual({
      purpose: 'answer',
      model: receipt?.model.model,
      input_tokens: receipt?.usage?.inputTokens,
      output_tokens: receipt?.usage?.outputTokens,
      cost_usd: receipt?.usage?.costUsd,
      usage_source: receipt?.usage?.source,
      priced_on: receipt?.usage?.pricedOn,
    });
  });

  it('says when the figures are an estimate', async () => {
    chidi.model.reply(answer('Rye bread.', { usage: null }));
    const exchange = await anna.ask('What do we sell?');

    expect((await anna.ended(exchange)).receipt?.usage?.source).toBe('estimate');
    expect(await chidi.usageOf(exchange.answerId)).toMatchObject([{ usage_source: 'estimate' }]);
  });

  it('is complete only together with its row in the ledger', async () => {
    const { admin } = chidi.server.db;
    await admin`alter table public.model_usage add constraint broken check (purpose <> 'answer') not valid`;
    const exchange = await anna.ask('What do we sell?');
    await eventually(() => expect(chidi.server.logText()).toContain('an answer could not be written'));
    const unfinished = await chidi.stored(exchange.answerId);
    await admin`alter table public.model_usage drop constraint broken`;
    await chidi.abandon(exchange.answerId);

    expect(unfinished).toMatchObject({ status: 'streaming', content: 'Hello.' });
    expect(await anna.ended(exchange)).toMatchObject({ status: 'interrupted', content: 'Hello.' });
    expect(await chidi.usageOf(exchange.answerId)).toEqual([]);
  });
});
