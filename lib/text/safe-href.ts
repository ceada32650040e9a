// Which addresses a link may lead to. One rule for what is stored, for the editor and for what is rendered.

const LONGEST = 2_000
const WEB = /^https?:\/\//i
const MAIL = /^mailto:[^\s]+@/i
const FRAGMENT = /^#[^\s"'<>`\\]+$/

/**
 * The address in canonical form, or null when a link must not lead there: only http, https, mailto and `#fragment` pass, and none
 * that carries a name and password (they dress one site up as another).
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > LONGEST) return null
  const address = href.trim()
  if (FRAGMENT.test(address)) return address
  if (!WEB.test(address) && !MAIL.test(address)) return null
  const url = URL.canParse(address) ? new URL(address) : null
  return !url || url.username || url.password || url.href.length > LONGEST ? null : url.href
}
