import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer, startModelServer } from '../../testing/index.ts';
import { createOpenAiCompatiblePort } from '../providers/create-openai-compatible-port.ts';

const schema = z.object({ name: z.string(), seats: z.int().min(1).optional() });
const request = { system: '', messages: [{ role: 'user' as const, content: 'Who?' }], schema };

async function ask(text: string) {
  await using server = await startModelServer();
  server.reply(answer(text));
  const result = await createOpenAiCompatiblePort({ baseUrl: server.url })
    .generateObject(request)
    .catch((error: unknown) => error);
  return { result, body: server.requests[0]?.body };
}

describe('generating an object', () => {
  it('sends the schema and returns what satisfies it', async () => {
    const { result, body } = await ask('{"name":"Ada","seats":3}');
    expect(result).toMatchObject({ object: { name: 'Ada', seats: 3 }, finish: { usageSource: 'provider' } });
    expect(body?.response_format).toMatchObject({
      type: 'json_schema',
      json_schema: { strict: false, schema: { type: 'object', required: ['name'] } },
    });
  });

  it('accepts JSON in a code fence', async () => {
    expect((await ask('```json\n{"name":"Ada"}\n```')).result).toMatchObject({ object: { name: 'Ada' } });
  });

  it('reports an object that was cut short as malformed, with its usage', async () => {
    await using server = await startModelServer();
    server.reply(answer('{"name":"Ad', { finishReason: 'length' }));
    const asking = createOpenAiCompatiblePort({ baseUrl: server.url }).generateObject(request);
    await expect(asking).rejects.toMatchObject({
      code: 'MODEL_MALFORMED',
      partialUsage: { reason: 'length', inputTokens: 11 },
    });
  });

  it.each(['Ada', '{"name":"Ada"', '{"name":7}', '{"name":"Ada","seats":0}'])(
    'reports %s as malformed, with the usage that was billed for it',
    async (text) => {
      expect((await ask(text)).result).toMatchObject({
        code: 'MODEL_MALFORMED',
        partialUsage: { usageSource: 'provider', inputTokens: 11, outputTokens: 7 },
      });
    },
  );

  it('tells when the first of the answer has come, once, and answers as without it', async () => {
    await using server = await startModelServer();
    const text = '```json\n{"name":"Ada","seats":3}\n```';
    server.reply(answer(text));
    let begun = 0;
    const { object, finish } = await createOpenAiCompatiblePort({ baseUrl: server.url }).generateObject({
      ...request,
      onBegun: () => {
        begun += 1;
      },
    });

    expect(object).toEqual({ name: 'Ada', seats: 3 });
    expect(finish).toMatchObject({ reason: 'stop', usageSource: 'provider', inputTokens: 11 });
    expect(begun).toBe(1);
    expect(server.requests[0]?.body).toMatchObject({ stream: true });
  });
});
