import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { connectModel } from './connect-model.ts';
import type { OwnKey } from './own-key.ts';
import { verifyKey } from './verify-key.ts';

const key = 'sk-secret-0123456789';
const server = { provider: 'openai-compatible' as const, key };

describe('a key of somebody’s own', () => {
  it('answers under its provider and model', () => {
    const models = connectModel({ provider: 'anthropic', key, model: 'claude-sonnet-4-5' });
    expect(models.describe()).toEqual({ provider: 'anthropic', model: 'claude-sonnet-4-5', offline: false });
    expect(JSON.stringify(models.describe())).not.toContain(key);
  });

  it.each<[string, OwnKey, RegExp]>([
    ['an unknown provider', { provider: 'acme' as 'openai', key }, /provider must be one of/],
    ['a key with a line break', { provider: 'openai', key: `${key}\nx: y` }, /key must be printable ASCII/],
    ['no key', { provider: 'openai', key: '' }, /key must be/],
    ['a server without an address', server, /baseUrl belongs to openai-compatible/],
    ['an address for OpenAI itself', { provider: 'openai', key, baseUrl: 'https://a.example' }, /baseUrl/],
    [
      'an address without encryption',
      { ...server, baseUrl: 'http://a.example/v1' },
      /baseUrl must be an https/,
    ],
    ['an address with a login', { ...server, baseUrl: 'https://u:p@a.example' }, /baseUrl must be an https/],
    ['another protocol', { ...server, baseUrl: 'file:///etc/passwd' }, /baseUrl must be an https/],
  ])('is refused for %s, with the name of the field and without the key', async (_what, entered, message) => {
    expect(() => connectModel(entered)).toThrow(message);
    expect(() => connectModel(entered)).not.toThrow(/sk-secret/);
    await expect(verifyKey(entered)).rejects.toThrow(message);
  });

  it.each([
    'https://127.0.0.1/v1',
    'https://localhost/v1',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/v1',
    'https://[::ffff:10.0.0.1]/v1',
    'https://0x7f.1/v1',
    'https://2130706433/v1',
  ])('sends nothing to %s, which is inside', async (baseUrl) => {
    const models = connectModel({ ...server, baseUrl });
    const asking = models.generate({ system: '', messages: [{ role: 'user', content: 'Hello?' }] });
    await expect(asking).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE', detail: 'ADDRESS_NOT_PUBLIC' });
    expect(await verifyKey({ ...server, baseUrl })).toBe('unreachable');
  });

  it('does not even knock at a server inside', async () => {
    let knocks = 0;
    const inside = createServer((socket) => {
      knocks += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(inside, 'listening');
    const baseUrl = `https://127.0.0.1:${(inside.address() as AddressInfo).port}/v1`;
    const models = connectModel({ ...server, baseUrl });
    await models.generate({ system: '', messages: [{ role: 'user', content: 'Hello?' }] }).catch(() => {});
    await verifyKey({ ...server, baseUrl });
    inside.close();
    await once(inside, 'close');

    expect(knocks).toBe(0);
  });
});
