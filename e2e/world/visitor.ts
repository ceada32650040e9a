// A browser without a window: keeps cookies and sends forms, so that a test can have three hundred of them.

export type Sent = { readonly status: number; readonly location: string; readonly html: string }

export type Visitor = {
  /** Opens a page with a form that has a password, and sends it filled in. */
  readonly sendForm: (path: string, fields: Readonly<Record<string, string>>) => Promise<Sent>
}

/** A new visitor of a server. */
export function newVisitor(baseURL: string): Visitor {
  const cookies = new Map<string, string>()

  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie === '' ? {} : { cookie }), origin: new URL(baseURL).origin }
    const response = await fetch(new URL(path, baseURL), { ...init, headers, redirect: 'manual' })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  return {
    async sendForm(path, fields) {
      const page = await (await ask(path)).text()
      const form = page.split('<form').find((part) => part.includes('name="password"')) ?? ''
      const body = new FormData()
      for (const [name, value] of hiddenIn(form)) body.append(name, value)
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      const response = await ask(path, { method: 'POST', body })
      const location = response.headers.get('location') ?? ''
      return { status: response.status, location, html: await response.text() }
    },
  }
}

const UNESCAPED: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>' }

function hiddenIn(html: string): [string, string][] {
  const inputs = html.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []
  return inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')])
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replace(/&(\w+);/g, (whole, word: string) => UNESCAPED[word] ?? whole)
}
