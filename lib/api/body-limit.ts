import 'server-only'
import { type AnyRouter, traverseContractProcedures } from '@orpc/server'
import { API_PREFIX } from './prefix'
import { WHOLE_TEXT } from './whole-text'

// How large a body may be. Parsing one keeps everybody else waiting, so only where a whole text comes in may it be large.

const MIB = 1024 * 1024
const WHOLE_TEXT_BYTES = 10 * MIB
// A post of the greatest length, each letter of it escaped and marked by itself, is smaller.
const OTHER_BYTES = 2 * MIB

/** Tells by the contract how many bytes the body of a request to a router may have. */
export function bodyLimitOf(router: AnyRouter): (request: Request) => number {
  const large: { readonly method: string; readonly path: RegExp }[] = []
  traverseContractProcedures({ router, path: [] }, ({ contract }) => {
    const { meta, route } = contract['~orpc']
    if (meta.takes !== WHOLE_TEXT.takes) return
    const pattern = `^${API_PREFIX}${route.path}/?$`.replaceAll(/\{\w+\}/g, '[^/]+')
    large.push({ method: route.method ?? 'POST', path: new RegExp(pattern) })
  })
  return ({ method, url }) => {
    const { pathname } = new URL(url)
    const isLarge = large.some((each) => each.method === method && each.path.test(pathname))
    return isLarge ? WHOLE_TEXT_BYTES : OTHER_BYTES
  }
}
