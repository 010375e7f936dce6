import { describe, expect, it } from 'vitest';
import { ownHost } from './own-host.ts';

describe('without a public address', () => {
  const isOwn = ownHost(new URL('http://commons.lan:3000'), false);

  it.each([
    'localhost',
    'LocalHost:3000',
    '127.0.0.1:3000',
    '192.168.1.20',
    '[::1]',
    '[fe80::1]:8080',
    'commons.lan',
  ])('%s is this server', (host) => expect(isOwn(host)).toBe(true));

  it.each([
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example@127.0.0.1',
    '127.0.0.1, evil.example',
    '[evil.example]',
    '::1',
    '[]',
    '',
    undefined,
  ])('%s is not', (host) => expect(isOwn(host)).toBe(false));
});

describe('with a public address', () => {
  it.each([
    ['https://commons.example.org', 'commons.example.org', true],
    ['https://commons.example.org', 'Commons.Example.org:8443', true],
    ['http://[::1]:3000', '[::1]:3000', true],
    ['https://commons.example.org', 'www.commons.example.org', false],
    ['https://commons.example.org', 'localhost', false],
    ['https://commons.example.org', '127.0.0.1:3000', false],
    ['https://commons.example.org', '[::1]', false],
  ])('%s, a request to %s is for this server: %s', (publicUrl, host, expected) => {
    expect(ownHost(new URL(publicUrl), true)(host)).toBe(expected);
  });
});
