/** Says that what stands in the editor is kept, and lets it be thrown away. */
export function DraftLine({
  words,
  onDiscard,
}: {
  readonly words: string
  readonly onDiscard: () => void
}) {
  return (
    <span className="meta draft-line">
      {words} ·{' '}
      <button type="button" className="textlink" onClick={onDiscard}>
        Discard
      </button>
    </span>
  )
}
