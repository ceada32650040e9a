// Which places of the network a page may be fetched from: public ones alone. Asked of the address in its written form before anything is
// done, and of the address that a connection really has before a byte is sent.

import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net'
import { Invalid } from '@/lib/errors'

// IANA's registries of special-purpose addresses, as of 2025.
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
// Inside of 2000::/3, outside of which nothing is public.
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const blocked = new BlockList()
for (const range of NOT_PUBLIC_4) blocked.addSubnet(...subnet(range), 'ipv4')
for (const range of NOT_PUBLIC_6) blocked.addSubnet(...subnet(range), 'ipv6')
const global = new BlockList()
global.addSubnet('2000::', 3, 'ipv6')

function subnet(range: string): [string, number] {
  const [address = '', length = ''] = range.split('/')
  return [address, Number(length)]
}

/** Whether an IP address, of either version, is one that anybody on the internet can reach. False for what is none. */
export function isPublicIp(address: string): boolean {
  if (isIPv4(address)) return !blocked.check(address, 'ipv4')
  if (!isIPv6(address)) return false
  const mapped = mappedIpv4(address)
  if (mapped !== null) return isPublicIp(mapped)
  return global.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
}

// `::ffff:192.0.2.1` is the other version's address in another coat; URL writes it `::ffff:c000:201`.
function mappedIpv4(address: string): string | null {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (dotted) return dotted[1] ?? null
  const words = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address)
  if (!words) return null
  const [high, low] = [Number.parseInt(words[1] ?? '', 16), Number.parseInt(words[2] ?? '', 16)]
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

const PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443'])
const INNER_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|invalid|test|onion|arpa)$/

/**
 * The address of a page that may be asked for. Throws Invalid for any but http and https, for one with a name and password, for places
 * that are not public by their own writing, and for ports where no pages are. `allowed` are hosts with port that pass nevertheless.
 */
export function requirePublicUrl(address: string, allowed: readonly string[]): URL {
  const url =
    /^\s*https?:\/\/[^/\\]/i.test(address) && URL.canParse(address) ? new URL(address) : null
  if (!url) {
    throw new Invalid(
      'address',
      'This is no address of a web page. It begins with https:// or http://.',
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new Invalid('address', 'An address with a name and password in it is not fetched.')
  }
  if (isAllowed(url, allowed)) return url
  if (!isPublicName(url.hostname) || !PORTS.has(url.port)) throw notPublic()
  return url
}

/** Whether a server is one that the operator has allowed by its host and port. */
export function isAllowed({ hostname, port, protocol }: URL, allowed: readonly string[]): boolean {
  return allowed.includes(`${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`)
}

function isPublicName(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0) return isPublicIp(bare)
  const name = hostname.replace(/\.$/, '')
  return name.includes('.') && !INNER_NAMES.test(name)
}

export function notPublic(): Invalid {
  return new Invalid(
    'address-not-public',
    'This address is not on the public web. Save the page as a file and bring that.',
  )
}
