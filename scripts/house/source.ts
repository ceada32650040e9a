// The project's own source files, read once: what each imports and how long its functions are. Tests and samples are left out.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

export type SourceFunction = { readonly name: string; readonly lines: number }

export type SourceFile = {
  /** From the project's folder, with slashes. */
  readonly path: string
  readonly lines: number
  /** Paths of the project's files that it imports, those for types alone among them. */
  readonly imports: readonly string[]
  readonly functions: readonly SourceFunction[]
}

const SOURCE = /^(app|components|lib|scripts|bench|prisma)\/.*\.tsx?$|^(proxy|instrumentation)\.ts$/
const LEFT_OUT = /\.(test|cases)\.tsx?$|^lib\/testing\/|\/samples\//

/** Every source file that git tracks or would track below `folder`. Linear in the tree. */
export function readSources(folder: string): readonly SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: folder })
  const paths = listed
    .toString()
    .split('\n')
    .filter((path) => SOURCE.test(path) && !LEFT_OUT.test(path))
    .filter((path) => existsSync(join(folder, path)))
  const known = new Set(paths)
  return paths.map((path) => readSource(folder, path, known))
}

function readSource(folder: string, path: string, known: ReadonlySet<string>): SourceFile {
  const text = readFileSync(join(folder, path), 'utf8')
  const { program, module } = parseSync(path, text)
  const named = module.staticImports.map(({ moduleRequest }) => moduleRequest.value)
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  )
  const onDemand = module.dynamicImports.map(({ moduleRequest }) =>
    text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
  )
  const imports = [...named, ...passedOn, ...onDemand].flatMap(
    (request) => resolved(path, request, known) ?? [],
  )
  return {
    path,
    lines: text.split('\n').length - 1,
    imports: [...new Set(imports)],
    functions: functionsIn(program, text),
  }
}

function resolved(from: string, request: string, known: ReadonlySet<string>): string | null {
  const isOwn = request.startsWith('@/') || request.startsWith('.')
  if (!isOwn) return null
  const base = request.startsWith('@/')
    ? request.slice(2)
    : normalize(join(dirname(from), request)).replaceAll('\\', '/')
  const found = [base, `${base}.ts`, `${base}.tsx`].find((path) => known.has(path))
  return found ?? null
}

type Program = ReturnType<typeof parseSync>['program']

function functionsIn(program: Program, text: string): readonly SourceFunction[] {
  const found: SourceFunction[] = []
  const add = (name: string, { start, end }: { readonly start: number; readonly end: number }) => {
    found.push({ name, lines: text.slice(start, end).split('\n').length })
  }
  new Visitor({
    FunctionDeclaration: (node) => add(node.id?.name ?? 'default', node),
    MethodDefinition: (node) => add(text.slice(node.key.start, node.key.end), node),
    VariableDeclarator: (node) => {
      if (node.init?.type === 'ArrowFunctionExpression') {
        add(text.slice(node.id.start, node.id.end).split(':')[0] ?? '', node)
      }
    },
  }).visit(program)
  return found
}
