// Which tables an archive holds, and of which columns.

/** Not kept: what lasts a moment (limits, signs of life), and the record of migrations, which the archive tells in its own words. */
const apart = new Set(['public.rate_limits', 'public.job_servers', 'public._prisma_migrations'])

/** Columns that mean something in one cluster alone; they are made anew. */
const ownOfCluster = new Set(['public.events.xid'])

/**
 * The tables of an instance with their columns, by name.
 * @param {import('pg').Client} client
 * @returns {Promise<{ name: string, quoted: string, columns: string[] }[]>}
 */
export async function instanceTables(client) {
  const { rows } = await client.query(`
    SELECT n.nspname || '.' || c.relname AS name, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS quoted,
      array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE n.nspname IN ('public', 'tallies', 'search') AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attgenerated = ''
    GROUP BY 1, 2 ORDER BY 1`)
  return rows
    .filter(({ name }) => !apart.has(name))
    .map(({ name, quoted, columns }) => ({
      name,
      quoted,
      columns: columns.filter((column) => !ownOfCluster.has(`${name}.${column}`)),
    }))
}

/** A table's columns as COPY wants them. */
export function copied({ quoted, columns }, client) {
  return `${quoted} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`
}

/** The names of the migrations that a database has, in order. */
export async function appliedMigrations(client) {
  const { rows } = await client.query(`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`)
  return rows.map(({ name }) => name)
}
