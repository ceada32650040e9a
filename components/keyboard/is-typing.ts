/** Whether a key press belongs to a field, a menu or a dialog, or carries a modifier of the browser's own. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest('input, select, textarea, [role=menu], [role=dialog], [role=radiogroup]') !==
      null
  )
}
