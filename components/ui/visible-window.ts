// The part of the window that a keyboard on the screen leaves free. Where the browser makes the page itself smaller there is nothing to
// say; where it only slides its window over the page, what stands at the foot must be told how much of it is covered.

/** Keeps `--covered`, the height of what covers the foot of the window, on the page. Returns how to stop. */
export function followVisibleWindow(): () => void {
  const visible = window.visualViewport
  if (!visible) return () => {}
  const { style } = document.documentElement
  const tell = () => {
    // Whoever has zoomed in sees a part of the page, and nothing is covered.
    const covered = visible.scale > 1 ? 0 : innerHeight - visible.height - visible.offsetTop
    style.setProperty('--covered', `${Math.max(0, Math.round(covered))}px`)
  }
  tell()
  visible.addEventListener('resize', tell)
  visible.addEventListener('scroll', tell)
  return () => {
    visible.removeEventListener('resize', tell)
    visible.removeEventListener('scroll', tell)
    style.removeProperty('--covered')
  }
}
