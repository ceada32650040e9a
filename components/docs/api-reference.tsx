// The API as a page to read: made on the server from the same document that machines get.

export type Operation = {
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly input: unknown
  readonly output: unknown
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

type Content = { readonly [type: string]: { readonly schema?: unknown } | undefined }
type Described = {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly parameters?: unknown
  readonly requestBody?: { readonly content?: Content } | unknown
  readonly responses?: Readonly<Record<string, unknown>>
}
type Paths = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>

/** The operations of an OpenAPI document, in its order. */
export function operationsOf(paths: Paths): readonly Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const described = item?.[method]
      return isDescribed(described) ? [operationOf(method, path, described)] : []
    }),
  )
}

function isDescribed(value: unknown): value is Described {
  return typeof value === 'object' && value !== null
}

function operationOf(method: string, path: string, described: Described): Operation {
  const success = Object.entries(described.responses ?? {}).find(([status]) => status < '300')
  return {
    method: method.toUpperCase(),
    path,
    summary: described.summary ?? '',
    tag: described.tags?.[0] ?? 'Other',
    input: { parameters: described.parameters, body: described.requestBody },
    output: success?.[1] ?? null,
  }
}

/** All operations, by noun; each opens to what it takes and gives. */
export function ApiReference({ operations }: { readonly operations: readonly Operation[] }) {
  const nouns = byNoun(operations)
  return (
    <>
      {[...nouns].map(([noun, own]) => (
        <section key={noun} aria-labelledby={`noun-${noun}`} className="api-noun">
          <h2 id={`noun-${noun}`} className="section-title">
            {noun}
          </h2>
          {own.map((operation) => (
            <OperationDetails key={`${operation.method} ${operation.path}`} operation={operation} />
          ))}
        </section>
      ))}
    </>
  )
}

function byNoun(operations: readonly Operation[]): ReadonlyMap<string, readonly Operation[]> {
  const nouns = new Map<string, Operation[]>()
  for (const operation of operations) {
    nouns.set(operation.tag, [...(nouns.get(operation.tag) ?? []), operation])
  }
  return nouns
}

function OperationDetails({ operation }: { readonly operation: Operation }) {
  return (
    <details className="api-operation">
      <summary>
        <code className="api-method">{operation.method}</code> <code>{operation.path}</code>{' '}
        <span className="muted">{operation.summary}</span>
      </summary>
      <h3 className="label">Takes</h3>
      <SchemaBlock schema={operation.input} name={`What ${operation.path} takes`} />
      <h3 className="label">Gives</h3>
      <SchemaBlock schema={operation.output} name={`What ${operation.path} gives`} />
    </details>
  )
}

// A scrolling block must be reachable by keyboard.
function SchemaBlock({ schema, name }: { readonly schema: unknown; readonly name: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take focus to be scrolled by keyboard (WCAG 2.1.1)
    <section className="api-schema" aria-label={name} tabIndex={0}>
      <pre>{JSON.stringify(schema, null, 2)}</pre>
    </section>
  )
}
