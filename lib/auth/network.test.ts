import { describe, expect, test } from 'vitest'
import { clientAddress, networkOf, proxiesFrom } from './network'

describe('the network that attempts are counted under', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::7', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('where a request comes from', () => {
  const PROXIES = proxiesFrom('10.0.0.0/8, 127.0.0.1,2001:db8::/32')
  test.each([
    ['a stranger who says he was sent', '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['a proxy that was told', '10.1.2.3', '198.51.100.7', '198.51.100.7'],
    ['a proxy as IPv6 writes it', '::ffff:10.1.2.3', '198.51.100.7', '198.51.100.7'],
    [
      'two proxies, and a lie before',
      '127.0.0.1',
      '1.2.3.4, 198.51.100.7, 10.0.0.1',
      '198.51.100.7',
    ],
    ['a proxy that was told nothing', '2001:db8::1', '', '2001:db8::1'],
    ['a proxy that was told rubbish', '10.1.2.3', 'unknown, <b>', '10.1.2.3'],
  ])('%s', (_, peer, forwarded, client) => {
    expect(clientAddress(peer, forwarded, PROXIES)).toBe(client)
  })

  test('without proxies nobody is believed', () => {
    expect(clientAddress('127.0.0.1', '198.51.100.7', proxiesFrom(''))).toBe('127.0.0.1')
  })

  test('a setting that is no address is refused', () => {
    expect(() => proxiesFrom('10.0.0.1, proxy.example')).toThrow('proxy.example')
  })
})
