// Pictures are named by what they are: the SHA-256 of their bytes, in hexadecimal. Nothing else may stand where a picture is named,
// so that no text makes its readers' browsers ask another server.

const ASSETS = '/api/v1/assets/'
const DIGEST = /^[0-9a-f]{64}$/

/** Whether a value names a stored picture. Says nothing of whether it is there. */
export function isAssetId(value: unknown): value is string {
  return typeof value === 'string' && DIGEST.test(value)
}

/** Where a picture is served, by its id; a path of this server. */
export function assetAddress(id: string): string {
  return `${ASSETS}${id}`
}

/** The id in an address that assetAddress made, or null. */
export function assetIdFrom(address: string | null): string | null {
  const id = address?.startsWith(ASSETS) ? address.slice(ASSETS.length) : null
  return isAssetId(id) ? id : null
}
