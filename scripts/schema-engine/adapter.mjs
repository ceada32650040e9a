// One connection, one session: the engine holds an advisory lock on it, and a
// migration is sent whole, by the simple query protocol, so a `;` inside a
// function body or a string is the server's business. (@prisma/adapter-pg is
// not used here: its executeScript cuts at every `;`, it spreads statements
// over a pool, it knows no "char" column, and its shadow database is the main
// one when it was given a connection string.)
import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const T = ColumnTypeEnum
const columnTypes = new Map([
  [16, T.Boolean],
  [17, T.Bytes],
  [18, T.Character],
  [20, T.Int64],
  [21, T.Int32],
  [23, T.Int32],
  [26, T.Int64],
  [114, T.Json],
  [3802, T.Json],
  [700, T.Float],
  [701, T.Double],
  [1082, T.Date],
  [1083, T.Time],
  [1114, T.DateTime],
  [1184, T.DateTime],
  [1700, T.Numeric],
  [2950, T.Uuid],
  [1000, T.BooleanArray],
  [1002, T.CharacterArray],
  [1003, T.TextArray],
  [1005, T.Int32Array],
  [1007, T.Int32Array],
  [1009, T.TextArray],
  [1015, T.TextArray],
  [1016, T.Int64Array],
  [1028, T.Int64Array],
])
const text = (v) => v
const iso = (v) =>
  v
    .replace(' ', 'T')
    .replace(/([+-]\d{2})$/, '$1:00')
    .replace(/(\d)$/, '$1')
    .replace(/^(.{10}T[\d:.]+)$/, '$1+00:00')

const parser = (oid) => {
  switch (columnTypes.get(oid)) {
    case T.Boolean:
      return (v) => v === 't'
    case T.Int32:
    case T.Float:
    case T.Double:
      return Number
    case T.DateTime:
      return iso
    case T.Bytes:
    case T.BooleanArray:
    case T.Int32Array:
      return pg.types.getTypeParser(oid, 'text')
    case T.TextArray:
    case T.CharacterArray:
    case T.Int64Array:
      return pg.types.getTypeParser(1009, 'text')
    default:
      return text
  }
}

const asDriverError = (e) =>
  new DriverAdapterError(
    e.code === '42P04'
      ? {
          kind: 'DatabaseAlreadyExists',
          db: e.message.split('"')[1],
          originalCode: e.code,
          originalMessage: e.message,
        }
      : {
          kind: 'postgres',
          code: e.code ?? 'N/A',
          severity: e.severity ?? 'ERROR',
          message: e.message,
          detail: e.detail,
          column: e.column,
          hint: e.hint,
          originalCode: e.code,
          originalMessage: e.message,
        },
  )
/** The engine's view of one `pg` connection. `cleanup` runs once, after it is closed. */
export function adapterFor(client, schema, cleanup) {
  const run = async ({ sql, args }) => {
    try {
      return await client.query({
        text: sql,
        values: args,
        rowMode: 'array',
        types: { getTypeParser: parser },
      })
    } catch (e) {
      throw asDriverError(e)
    }
  }
  let done = false
  return {
    provider: 'postgres',
    adapterName: 'schema-engine-pg',
    async queryRaw(q) {
      const { fields, rows } = await run(q)
      return {
        columnNames: fields.map((f) => f.name),
        columnTypes: fields.map((f) => columnTypes.get(f.dataTypeID) ?? T.Text),
        rows,
      }
    },
    executeRaw: async (q) => (await run(q)).rowCount ?? 0,
    async executeScript(script) {
      try {
        await client.query(script)
      } catch (e) {
        throw asDriverError(e)
      }
    },
    startTransaction() {
      throw new Error('the schema engine runs its scripts itself')
    },
    getConnectionInfo: () => ({ schemaName: schema, supportsRelationJoins: true }),
    async dispose() {
      if (done) return
      done = true
      await client.end()
      await cleanup?.()
    },
  }
}

/** Enough of a server for what needs none. */
export const nowhere = () => ({
  ...adapterFor({ query: async () => ({ fields: [], rows: [] }), end: async () => {} }),
  queryRaw: async ({ sql }) => {
    if (/version\(\)/i.test(sql))
      return { columnNames: ['version'], columnTypes: [T.Text], rows: [['PostgreSQL 16.0']] }
    return { columnNames: [], columnTypes: [], rows: [] }
  },
})
