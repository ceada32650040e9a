// Every optional platform package that a package in the lock names must be in the lock, or `npm ci` refuses for everyone. npm
// drops one silently when the registry lacked it at the moment of `npm install`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectFolder } from './project.mjs'

/** The optional packages that are named in a lock's `packages` but not locked. */
export function missingFromLock(packages) {
  const missing = new Set()
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages))
    for (const name of Object.keys(optionalDependencies))
      if (!packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
        missing.add(name)
  return [...missing]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { packages } = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'))
  const missing = missingFromLock(packages)
  console.log(
    missing.length ? `Missing from the lock: ${missing.join(', ')}` : 'The lock is complete.',
  )
  process.exitCode = missing.length ? 1 : 0
}
