import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './is-public-address.ts';

const octet = fc.nat(255);
const within = (...parts: [number | typeof octet, ...(number | typeof octet)[]]) =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'number' ? fc.constant(part) : part)))
    .map((octets) => octets.join('.'));

describe('an address', () => {
  it.each(['1.1.1.1', '93.184.216.34', '2606:4700::1111', '::ffff:1.1.1.1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '::7f00:1',
    '::a9fe:a9fe',
    '::1.1.1.1',
    '168.63.129.16',
    '::ffff:168.63.129.16',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '198.18.0.1',
    '192.0.2.1',
    '240.0.0.1',
    'example.com',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('is not public within this machine, a private, a carrier’s, a link-local or a multicast network', () => {
    const inside = fc.oneof(
      within(127, octet, octet, octet),
      within(10, octet, octet, octet),
      within(172, fc.integer({ min: 16, max: 31 }), octet, octet),
      within(192, 168, octet, octet),
      within(169, 254, octet, octet),
      within(100, fc.integer({ min: 64, max: 127 }), octet, octet),
      within(fc.integer({ min: 224, max: 239 }), octet, octet, octet),
    );
    fc.assert(
      fc.property(inside, (address) => {
        expect(isPublicAddress(address)).toBe(false);
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
      }),
    );
  });
});
