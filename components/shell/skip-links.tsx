/** The first stops of the Tab key: past the header, to what one came for. */
export function SkipLinks({
  targets = [{ id: 'main', label: 'Skip to content' }],
}: {
  readonly targets?: readonly { readonly id: string; readonly label: string }[]
}) {
  return (
    <div className="skips">
      {targets.map(({ id, label }) => (
        <a key={id} className="skip" href={`#${id}`}>
          {label}
        </a>
      ))}
    </div>
  )
}
