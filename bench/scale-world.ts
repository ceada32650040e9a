// A world of as many notes as asked, made by SQL alone: a hundred notes to a reading, ten readings to a group; but one text, which the
// person who looks reads too, has a hundredth of them all.

import pg from 'pg'

const KINDS = { person: 1, group: 2, reading: 3, revision: 4, section: 5, note: 6 } as const

/** The person who looks, and the slug of the first group, in which that person is. */
export const READER = id('person', 1)
export const GROUP_SLUG = 'group-1'
export const READING = id('reading', 1)

function id(kind: keyof typeof KINDS, n: number): string {
  const head = `0190${KINDS[kind].toString(16).padStart(4, '0')}`
  return `${head}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

const MAKE_ID = `CREATE OR REPLACE FUNCTION pg_temp.id(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT ('0190' || lpad(to_hex(kind), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`

/** Fills a migrated, empty database. Minutes for a million. */
export async function fillWorld(url: string, notes: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // Foreign keys and triggers rest, and what they keep is counted at the end.
  await client.query("SET session_replication_role = 'replica'")
  await client.query(MAKE_ID)
  for (const statement of statements(notes)) await client.query(statement)
  await client.query("SET session_replication_role = 'origin'")
  await client.query('SELECT tallies.recount_all()')
  await client.query('VACUUM ANALYZE')
  await client.end()
}

function statements(notes: number): readonly string[] {
  const readings = Math.ceil(notes / 100)
  const groups = Math.ceil(readings / 10)
  const long = Math.ceil(notes / 100)
  const of = KINDS
  const makeNote = `FROM (SELECT n, CASE WHEN n <= ${long} THEN 1 ELSE 1 + n % ${readings} END AS r FROM generate_series(1, ${notes}) n) x`
  const at = `now() - (${notes} - n) * interval '365 days' / ${notes}`
  return [
    `INSERT INTO people (id, email, name, settings, created_at)
      SELECT pg_temp.id(${of.person}, n), n || '@example.org', 'Person ' || n, '{}', now() FROM generate_series(1, 200) n`,
    `INSERT INTO groups (id, kind, name, slug, created_by_id, created_at)
      SELECT pg_temp.id(${of.group}, n), CASE WHEN n % 10 = 0 THEN 'public' ELSE 'course' END::"GroupKind", 'Group ' || n,
        'group-' || n, pg_temp.id(${of.person}, 2), now() FROM generate_series(1, ${groups}) n`,
    `INSERT INTO memberships (group_id, person_id, role, joined_at)
      SELECT pg_temp.id(${of.group}, g), pg_temp.id(${of.person}, p), 'member'::"GroupRole", now()
      FROM generate_series(1, ${groups}) g CROSS JOIN LATERAL (
        SELECT DISTINCT 2 + (g * 7 + m * 11) % 199 AS p FROM generate_series(1, 20) m) x
      UNION ALL SELECT pg_temp.id(${of.group}, g), pg_temp.id(${of.person}, 1), 'moderator'::"GroupRole", now()
      FROM generate_series(1, least(10, ${groups})) g`,
    `INSERT INTO readings (id, slug, title, authors, visibility, owner_id, current_revision_id, created_at)
      SELECT pg_temp.id(${of.reading}, n), 'reading-' || n, 'Reading ' || n, '{}', 'group', pg_temp.id(${of.person}, 2),
        pg_temp.id(${of.revision}, n), now() - interval '1 year' FROM generate_series(1, ${readings}) n`,
    `INSERT INTO revisions (id, reading_id, number, doc, text, words, created_by_id, created_at)
      SELECT pg_temp.id(${of.revision}, n), pg_temp.id(${of.reading}, n), 1, '{"type":"doc","content":[]}',
        repeat('Twelve wagons left the yard. ', 200), 1000, pg_temp.id(${of.person}, 2), now() FROM generate_series(1, ${readings}) n`,
    `INSERT INTO sections (id, reading_id) SELECT pg_temp.id(${of.section}, n * 8 + s), pg_temp.id(${of.reading}, n)
      FROM generate_series(1, ${readings}) n, generate_series(0, 4) s`,
    `INSERT INTO revision_sections (revision_id, section_id, ordinal, level, title, start, "end")
      SELECT pg_temp.id(${of.revision}, n), pg_temp.id(${of.section}, n * 8 + s), s, 1, 'Section ' || s, s * 1000, s * 1000 + 1000
      FROM generate_series(1, ${readings}) n, generate_series(0, 4) s`,
    `INSERT INTO shelves (group_id, reading_id, added_by_id, added_at, active_at)
      SELECT pg_temp.id(${of.group}, 1 + (n - 1) % ${groups}), pg_temp.id(${of.reading}, n), pg_temp.id(${of.person}, 2),
        now() - interval '1 year', now() - interval '1 year' FROM generate_series(1, ${readings}) n`,
    `INSERT INTO threads (id, reading_id, group_id, last_post_id, last_activity_at)
      SELECT pg_temp.id(${of.note}, n), pg_temp.id(${of.reading}, r), pg_temp.id(${of.group}, 1 + (r - 1) % ${groups}),
        pg_temp.id(${of.note}, n), ${at} ${makeNote}`,
    `INSERT INTO annotations (id, reading_id, group_id, author_id, kind, visibility, revision_id, section_id, start, "end",
        exact, prefix, suffix, place_state, body, body_text, tags, created_at)
      SELECT pg_temp.id(${of.note}, n), pg_temp.id(${of.reading}, r), pg_temp.id(${of.group}, 1 + (r - 1) % ${groups}),
        pg_temp.id(${of.person}, 2 + n % 199), 'note', CASE WHEN n % 20 = 0 THEN 'private' ELSE 'group' END::"Visibility",
        pg_temp.id(${of.revision}, r), pg_temp.id(${of.section}, r * 8 + n % 5), n % 5000, n % 5000 + 20, 'wagons', '', '',
        CASE WHEN n % 500 = 0 THEN 'section' ELSE 'exact' END::"PlaceState",
        '{"type":"doc","content":[]}', 'A thought.', '{}', ${at} ${makeNote}`,
  ]
}
