import { join } from 'node:path'
import { projectFolder } from '../project.mjs'

/** Node's arguments for a TypeScript program of ours: with tsx, and with server modules as a server sees them. */
export function typescriptProgram(path, ...words) {
  const tsx = join(projectFolder, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs')
  const options = ['--conditions=react-server', '--import', `file://${tsx}`]
  return [...options, join(projectFolder, path), ...words]
}
