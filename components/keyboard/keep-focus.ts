// What has the focus is often what goes away: a form that was sent, a card that was deleted. The browser then leaves the focus nowhere, and
// the next letter would be a command. So it is given to what a person would go on with: what stands now where the lost thing stood.

type Step = { readonly node: Element; readonly parent: Element | null; readonly at: number }

const WITHIN = 'article, form, .debate, [role="dialog"]'
const FOCUSABLE = [
  'h3[tabindex="-1"]',
  'a[href]',
  'button:not(:disabled, .mark-button)',
  ':is(input, select, textarea):not(:disabled)',
  '[contenteditable="true"]',
  '[tabindex="0"]',
].join(', ')

/** Keeps the focus on something. `preferred` says where to go on when a whole card or form is gone. Returns how to stop. */
export function keepFocus(preferred: () => HTMLElement | null): () => void {
  let way: readonly Step[] = []
  let frame = 0
  const remember = () => {
    const { activeElement } = document
    if (activeElement && activeElement !== document.body) way = wayTo(activeElement)
  }
  const look = () => {
    if (document.activeElement !== document.body || way[0]?.node.isConnected !== false) return
    const next = nextAfter(way, preferred)
    way = []
    next?.focus({ preventScroll: true })
  }
  // Whoever moves the focus by themselves, as a dialog does that closes, has two frames to do so.
  const soon = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(look)
    })
  }
  const observer = new MutationObserver(soon)
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', remember)
  return () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
    document.removeEventListener('focusin', remember)
  }
}

function wayTo(element: Element): Step[] {
  const way: Step[] = []
  for (let node: Element | null = element; node; node = node.parentElement) {
    const parent = node.parentElement
    way.push({ node, parent, at: parent ? [...parent.children].indexOf(node) : 0 })
  }
  return way
}

function nextAfter(way: readonly Step[], preferred: () => HTMLElement | null): HTMLElement | null {
  const left = way.find(({ parent }) => parent?.isConnected)
  const around = left?.parent ?? null
  const main = document.querySelector<HTMLElement>('main')
  if (!left || !around) return preferred() ?? main
  const near = nearest(around, left.at)
  return (around.closest(WITHIN) ? near : null) ?? preferred() ?? near ?? main
}

/** The first that can have the focus from a place on, else before it, else around it inside the same card or form. */
function nearest(parent: Element, at: number): HTMLElement | null {
  const siblings = [...parent.children]
  const found = first([...siblings.slice(at), ...siblings.slice(0, at).toReversed()])
  const border = parent.closest(`${WITHIN}, aside, main`)
  if (found || !border || parent === border) return found
  const above = parent.parentElement
  return above ? nearest(above, [...above.children].indexOf(parent)) : null
}

function first(elements: readonly Element[]): HTMLElement | null {
  for (const element of elements) {
    const all = [element, ...element.querySelectorAll(FOCUSABLE)]
    const found = all.find((each) => each.matches(FOCUSABLE) && each.getClientRects().length > 0)
    if (found instanceof HTMLElement) return found
  }
  return null
}
