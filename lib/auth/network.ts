import 'server-only'
import { BlockList, isIP, SocketAddress } from 'node:net'

// Network addresses: what one is worth as a name for somebody, and whose word is taken for another's.

const IPV6_GROUPS = 8
const NETWORK_GROUPS = 4

/**
 * The network that an address stands for when attempts are counted: an IPv4 address itself; of IPv6 the first 64 bits, for the rest
 * is its owner's to choose. What is no address stands for itself.
 */
export function networkOf(address: string): string {
  const plain = plainAddress(address)
  if (isIP(plain) !== 6) return plain
  return `${groupsOf(plain).slice(0, NETWORK_GROUPS).join(':')}::/64`
}

/** An address without zone, and an IPv4 address that is written as IPv6 as what it is. */
export function plainAddress(address: string): string {
  const [bare = ''] = address.trim().split('%')
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare
}

function groupsOf(address: string): readonly string[] {
  const { address: written } = new SocketAddress({ address, family: 'ipv6' })
  const [head = '', tail = ''] = written.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === '' ? [] : tail.split(':')
  const missing = Math.max(0, IPV6_GROUPS - first.length - last.length)
  return [...first, ...Array.from({ length: missing }, () => '0'), ...last]
}

/** The proxies of a setting: addresses and networks (`10.0.0.0/8`) between commas. Throws for what is neither. */
export function proxiesFrom(setting: string): BlockList {
  const list = new BlockList()
  for (const part of setting.split(',').map((each) => each.trim())) {
    if (part === '') continue
    const [address = '', bits] = part.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0) throw new Error(`COLLOQUY_TRUSTED_PROXIES: ${part} is no address.`)
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/**
 * Where a request comes from: whoever is connected or, when that is one of the proxies, the last address that it and the
 * proxies before it were told of by somebody who is none.
 */
export function clientAddress(peer: string, forwarded: string, proxies: BlockList): string {
  const told = forwarded
    .split(',')
    .map(plainAddress)
    .filter((each) => isIP(each) !== 0)
  let client = plainAddress(peer)
  while (isAmong(proxies, client)) {
    const before = told.pop()
    if (before === undefined) break
    client = before
  }
  return client
}

function isAmong(proxies: BlockList, address: string): boolean {
  const version = isIP(address)
  return version !== 0 && proxies.check(address, version === 6 ? 'ipv6' : 'ipv4')
}
