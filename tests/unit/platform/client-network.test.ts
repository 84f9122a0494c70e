import { describe, expect, it } from 'vitest';
import { networkOf } from '#app/platform/client-network.ts';

describe('the network of an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0'],
    ['', ''],
  ])('of %j is %j', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is one for every short form of it, and another for the next one', () => {
    const one = ['2001:db8::1', '2001:db8::2:0:0:7', '2001:db8:0:0:ffff::2', '2001:db8:0::9', '2001:db8:0:0:1:2:3:4'];
    expect(new Set(one.map(networkOf))).toEqual(new Set(['2001:db8:0:0']));
    expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8::1'));
  });
});
