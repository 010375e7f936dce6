import { describe, expect, it } from 'vitest';
import { answer, createGate, failure, type ModelServer, startModelServer } from './index.ts';

const body = { model: 'tiny', messages: [{ role: 'user', content: 'Hello?' }] };

function post(server: ModelServer, extra: object = {}, signal?: AbortSignal): Promise<Response> {
  return fetch(`${server.url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, ...extra }),
    ...(signal && { signal }),
  });
}

describe('the model server', () => {
  it('answers like OpenAI without streaming', async () => {
    await using server = await startModelServer();
    server.reply(answer(['Good ', 'day.']));
    expect(await (await post(server)).json()).toMatchObject({
      object: 'chat.completion',
      choices: [{ message: { role: 'assistant', content: 'Good day.' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 },
    });
  });

  it('streams server-sent events that end with [DONE]', async () => {
    await using server = await startModelServer();
    server.reply(answer(['Good ', 'day.']));
    const response = await post(server, { stream: true, stream_options: { include_usage: true } });
    const events = (await response.text()).split('\n\n').filter(Boolean);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(events).toHaveLength(5);
    expect(events[0]).toContain('"content":"Good "');
    expect(events[3]).toContain('"choices":[],"usage"');
    expect(events[4]).toBe('data: [DONE]');
  });

  it('reports usage in a stream only when it is asked to', async () => {
    await using server = await startModelServer();
    expect(await (await post(server, { stream: true })).text()).not.toContain('usage');
  });

  it('gives queued replies in order and then its usual one', async () => {
    await using server = await startModelServer();
    server.reply(failure(500), failure(429, 'slow down', { 'retry-after': '3' }));
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await post(server)).status);
    expect(statuses).toEqual([500, 429, 200]);
  });

  it('keeps every request with its parsed body', async () => {
    await using server = await startModelServer();
    const arriving = server.request(1);
    await post(server, { temperature: 0 });
    await post(server, { temperature: 1 });
    expect((await arriving).body).toEqual({ ...body, temperature: 1 });
    expect(server.requests).toHaveLength(2);
  });

  it('sends a piece when the test opens the gate, and not before', async () => {
    await using server = await startModelServer();
    const gate = createGate();
    server.reply(gate.reply);
    const responding = post(server, { stream: true });
    expect((await gate.opened).body.stream).toBe(true);
    await gate.emit('First');
    const reader = (await responding).body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toContain('First');
    await gate.finish();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toContain('[DONE]');
    expect(await (await gate.opened).closed).toEqual({ aborted: false });
  });

  it('knows when a client hangs up', async () => {
    await using server = await startModelServer();
    server.reply({ kind: 'hang' });
    const client = new AbortController();
    const responding = post(server, {}, client.signal).catch((error: unknown) => error);
    const request = await server.request(0);
    client.abort();
    expect(await request.closed).toEqual({ aborted: true });
    await responding;
  });

  it('answers nothing but what its protocol has', async () => {
    await using server = await startModelServer();
    expect((await fetch(`${server.url}/responses`, { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await fetch(`${server.url}/chat/completions`)).status).toBe(404);
  });
});
