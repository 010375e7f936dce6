import { describe, expect, it } from 'vitest';
import { clientOf } from './client-of.ts';

describe('a client', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8:1:2::9%eth0', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['no address at all', 'no address at all'],
    [undefined, 'unknown'],
  ])('with the address %s is %s', (address, client) => {
    expect(clientOf(address)).toBe(client);
  });
});
