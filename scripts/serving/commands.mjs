import { join } from 'node:path'
import { projectFolder } from '../project.mjs'

/** Node's arguments for a TypeScript program of ours: with tsx, and with server modules as a server sees them. */
export function typescriptProgram(path, ...words) {
  return ['--conditions=react-server', ...pureProgram(path, ...words)]
}

/** The same for a program that has no server module in it, and may draw with React. */
export function pureProgram(path, ...words) {
  const tsx = join(projectFolder, 'node_modules', 'tsx', 'dist', 'esm', 'index.mjs')
  return ['--import', `file://${tsx}`, join(projectFolder, path), ...words]
}
