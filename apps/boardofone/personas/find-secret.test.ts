import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';
import { secretWords } from './find-secret.ts';

// Put together here, so that no scanner of repositories takes them for real.
const long = 'Zm9vYmFyQmF6MTIzNDU2Nzg5MFF1eA';
const secrets: [what: string, text: string][] = [
  ['a key of OpenAI', `sk-${'proj-'}${long}`],
  ['a key of Anthropic', `sk-${'ant-api03-'}${long}`],
  ['a key of AWS', `AKIA${'IOSFODNN7EXAMPLE'}`],
  ['a key of Google', `AIza${'SyA1234567890abcdefghijklmnopqrstu'}`],
  ['a token of GitHub', `ghp${'_'}${long}`],
  ['a token of Slack', `xoxb${'-'}1234567890-abcdef`],
  ['a key of Stripe', `sk${'_live_'}1234567890abcdef`],
  ['a private key', `-----BEGIN ${'RSA PRIVATE KEY'}-----`],
  ['a token of a session', `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJ${'zdWIiOiIxMjM0NTY3ODkwIn0'}.abc`],
  ['a header', `Authorization: Bearer ${'abcdefghijklmnop1234'}`],
  ['a connection', `postgres://me:${'hunter2'}@db.example/board`],
  ['a password', `The password: ${'hunter22'}`],
  ['an API key', `api_key = "${'abc123def'}"`],
  ['something random', `Use ${long}${long} for it.`],
];
const harmless = [
  'You ask for the key to the door, and who holds the password.',
  'Their API key expires in May: ask who renews it.',
  'No token gestures. The secret: listening comes first.',
  'https://example.org/a/very/long/path/that/says-nothing-about-anybody',
  '0190f5b8-7b5e-7c3a-9f00-1234567890ab',
];

describe('what looks like a secret', () => {
  it.each(secrets)('is found: %s', (_, text) => {
    expect(secretWords(`You argue about cash. ${text} And you smile.`)).toBeTruthy();
  });

  it.each(harmless)('is not: %s', (text) => {
    expect(secretWords(text)).toBeUndefined();
  });

  it('is in nobody of the catalogue', () => {
    const words = catalogue.map(({ job, lossFunction, systemPrompt }) => [job, lossFunction, systemPrompt]);

    expect(words.flat().filter((text) => secretWords(text))).toEqual([]);
  });
});
