// What of an address cannot be read: a percent sign that stands for nothing, bytes that are no UTF-8, NUL. No page and no operation is
// asked for such a one.

/** Whether the path and the query of an address can be read. Linear. */
export function isReadableAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>): boolean {
  // A query may have a lone percent sign: URLSearchParams takes it as it is. NUL is written as %00 in both.
  return isDecodable(pathname) && !/%00/.test(pathname) && !/%00/.test(search)
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
