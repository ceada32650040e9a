const EXAMPLES = [
  ['"guard positions"', 'phrase'],
  ['isolat*', 'beginning of a word'],
  ['-war', 'without a word'],
  ['by:kwame', 'person'],
  ['kind:question', 'type'],
  ['tag:treaty', 'tag'],
  ['group:desk', 'group'],
  ['section:outlook', 'section'],
  ['after:2026-11-02', 'date'],
  ['is:unanswered', 'state'],
  ['has:evidence', 'sources'],
  ['-is:resolved', 'not'],
] as const

/** How a search can be typed. */
export function SearchHelp() {
  return (
    <aside className="search-help" aria-label="As text">
      <h2>As text</h2>
      <dl>
        {EXAMPLES.map(([typed, means]) => (
          <div key={typed}>
            <dt>
              <code>{typed}</code>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
