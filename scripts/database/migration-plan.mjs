// What is to be done, given the migrations in the project and the rows of `_prisma_migrations`. Pure. Prisma's own rules:
// a row without an end is a migration that broke off; one rolled back by the operator does not count.
import { PlainError } from '../plain-error.mjs'

/**
 * The migrations still to be applied, in order. `files`: `{ name, checksum, script }` sorted by name; `rows`: as Prisma keeps
 * them. Throws a plain sentence when the database was left half-migrated, or is newer or other than this project.
 */
export function planMigrations(files, rows) {
  const counted = rows.filter((row) => row.rolled_back_at === null)
  for (const row of counted) requireSame(row, files)
  const applied = new Set(counted.map((row) => row.migration_name))
  return files.filter(({ name }) => !applied.has(name))
}

function requireSame(row, files) {
  const name = row.migration_name
  if (row.finished_at === null)
    throw new PlainError(
      `The database is half-migrated: ${name} began and did not finish. Restore a backup, or mend it and say so by \`npx prisma migrate resolve\`.`,
    )
  const file = files.find((one) => one.name === name)
  if (!file)
    throw new PlainError(
      `The database is newer than this Colloquy: it knows the migration ${name}, which is not in this folder. Update Colloquy.`,
    )
  if (file.checksum !== row.checksum)
    throw new PlainError(
      `The migration ${name} is not the one that was applied to the database: its file was changed since.`,
    )
}
