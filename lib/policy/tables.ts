// What the two interpreters for the database know of it: for each table that a condition walks, its columns, which of them may
// be null, and how relations are joined. Names on the left are Prisma's, which facts carry too.

export type Column = { readonly name: string; readonly nullable: boolean }

export type Relation = {
  readonly table: TableName
  /** How many rows stand there: always one, one or none, any number. */
  readonly end: 'one' | 'maybe' | 'many'
  /** This row's column and the other row's, which are equal. */
  readonly on: readonly [here: string, there: string]
}

export type Table = {
  readonly columns: Readonly<Record<string, Column>>
  readonly relations: Readonly<Record<string, Relation>>
}

export type TableName =
  | 'annotations'
  | 'asset_uploads'
  | 'asset_uses'
  | 'assets'
  | 'assignments'
  | 'claims'
  | 'debates'
  | 'groups'
  | 'imports'
  | 'notifications'
  | 'pseudonyms'
  | 'readings'
  | 'replies'
  | 'shelves'
  | 'threads'

export const TABLES: Readonly<Record<TableName, Table>> = {
  groups: {
    columns: { id: column('id'), kind: column('kind'), deletedAt: nullable('deleted_at') },
    relations: {},
  },
  readings: {
    columns: {
      ownerId: column('owner_id'),
      visibility: column('visibility'),
      deletedAt: nullable('deleted_at'),
    },
    relations: { shelves: many('shelves', 'reading_id') },
  },
  shelves: { columns: {}, relations: { group: one('groups', 'group_id') } },
  threads: {
    columns: { replyCount: column('reply_count') },
    relations: { annotation: maybe('annotations', 'id'), claim: maybe('claims', 'id') },
  },
  annotations: {
    columns: {
      authorId: column('author_id'),
      groupId: nullable('group_id'),
      visibility: column('visibility'),
      assignmentId: nullable('assignment_id'),
      homeSectionId: nullable('home_section_id'),
      circleId: nullable('circle_id'),
      deletedAt: nullable('deleted_at'),
      decisionId: nullable('decision_id'),
    },
    relations: {
      reading: one('readings', 'reading_id'),
      group: maybe('groups', 'group_id'),
      thread: one('threads', 'id'),
    },
  },
  replies: {
    columns: {
      authorId: column('author_id'),
      inDebate: column('in_debate'),
      deletedAt: nullable('deleted_at'),
      decisionId: nullable('decision_id'),
    },
    relations: { thread: one('threads', 'thread_id') },
  },
  debates: {
    columns: {},
    relations: { reading: one('readings', 'reading_id'), group: one('groups', 'group_id') },
  },
  claims: {
    columns: { withdrawnAt: nullable('withdrawn_at') },
    relations: { debate: one('debates', 'debate_id') },
  },
  assignments: {
    columns: { publishedAt: nullable('published_at') },
    relations: { group: one('groups', 'group_id') },
  },
  pseudonyms: {
    columns: { personId: column('person_id') },
    relations: { assignment: one('assignments', 'assignment_id') },
  },
  assets: {
    columns: {},
    relations: { uploads: many('asset_uploads', 'asset_id'), uses: many('asset_uses', 'asset_id') },
  },
  asset_uploads: { columns: { personId: column('person_id') }, relations: {} },
  asset_uses: { columns: {}, relations: { reading: one('readings', 'reading_id') } },
  imports: { columns: { personId: column('person_id') }, relations: {} },
  notifications: { columns: { personId: column('person_id') }, relations: {} },
}

/** A table's column by its Prisma name. Throws where a condition names one that is not told of here. */
export function columnOf(table: TableName, field: string): Column {
  const found = TABLES[table].columns[field]
  if (!found)
    throw new Error(`No condition may ask ${table} for "${field}": it is not in tables.ts.`)
  return found
}

/** A table's relation by its Prisma name. Throws as `columnOf` does. */
export function relationOf(table: TableName, field: string): Relation {
  const found = TABLES[table].relations[field]
  if (!found)
    throw new Error(`No condition may go from ${table} to "${field}": it is not in tables.ts.`)
  return found
}

function column(name: string): Column {
  return { name, nullable: false }
}

function nullable(name: string): Column {
  return { name, nullable: true }
}

function one(table: TableName, here: string): Relation {
  return { table, end: 'one', on: [here, 'id'] }
}

function maybe(table: TableName, here: string): Relation {
  return { table, end: 'maybe', on: [here, 'id'] }
}

function many(table: TableName, there: string): Relation {
  return { table, end: 'many', on: ['id', there] }
}
