-- How many notes stand in each section and how much was written on each day, of each reading in each group: kept where notes are
-- written, so that a shelf costs as much as it shows. Triggers keep them, whoever writes; `tallies.wrong()` says where they are not
-- what a recount would give, and `tallies.recount_all()` counts anew.
--
-- Counted is what everybody sees who sees the shelf; private notes are their author's, and are counted when he asks. Each backend
-- writes into one of sixteen slots, so that people who write on one text at once do not wait for each other's commits. Who adds to a
-- place holds its lock shared; what is counted of things that others may change at that moment (a note is hidden, deleted, moved, a
-- place is recounted) is done alone there. The lock is taken before anything is looked at, so that what is seen is what was committed.
--
-- The tables have a schema of their own, which Prisma does not look into. They have no foreign keys: these would ask for the lock of
-- the reading's row, which whoever publishes holds while waiting for the lock of the place.

ALTER TABLE "shelves" ADD COLUMN "active_at" TIMESTAMPTZ(3);
UPDATE "shelves" SET "active_at" = "added_at";
ALTER TABLE "shelves" ALTER COLUMN "active_at" SET NOT NULL, ALTER COLUMN "active_at" SET DEFAULT CURRENT_TIMESTAMP;
CREATE INDEX "shelves_group_id_active_at_reading_id_idx" ON "shelves"("group_id", "active_at", "reading_id");

CREATE SCHEMA tallies;

CREATE TABLE tallies.notes (
  reading_id uuid NOT NULL,
  group_id uuid,
  section_id uuid,
  slot smallint NOT NULL,
  notes int NOT NULL,
  CONSTRAINT notes_place UNIQUE NULLS NOT DISTINCT (reading_id, group_id, section_id, slot)
) WITH (fillfactor = 70);

CREATE TABLE tallies.posts (
  reading_id uuid NOT NULL,
  group_id uuid,
  -- In UTC.
  day date NOT NULL,
  slot smallint NOT NULL,
  posts int NOT NULL,
  CONSTRAINT posts_place UNIQUE NULLS NOT DISTINCT (reading_id, group_id, day, slot)
) WITH (fillfactor = 70);

-- What shelves.active_at is to a shelf, for what is written outside any group. Not in the row of the reading, on whose lock revisions
-- and notes wait for each other.
CREATE TABLE tallies.loose (
  reading_id uuid PRIMARY KEY,
  active_at timestamptz(3) NOT NULL
);

CREATE INDEX notes_group_id ON tallies.notes (group_id);
CREATE INDEX posts_group_id ON tallies.posts (group_id);

CREATE FUNCTION tallies.slot() RETURNS smallint LANGUAGE sql AS
  $$ SELECT (pg_backend_pid() % 16)::smallint $$;

-- Whether everybody who sees the shelf sees a note of this visibility.
CREATE FUNCTION tallies.is_open(visibility "Visibility", group_id uuid) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  $$ SELECT visibility = 'public' OR (visibility = 'group' AND group_id IS NOT NULL) $$;

CREATE FUNCTION tallies.day_of(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS
  $$ SELECT (at AT TIME ZONE 'UTC')::date $$;

CREATE FUNCTION tallies.lock_of(reading uuid, grp uuid) RETURNS bigint LANGUAGE sql IMMUTABLE AS
  $$ SELECT hashtextextended('tallies/' || reading || '/' || coalesce(grp::text, ''), 0) $$;

-- What a recount gives.
CREATE VIEW tallies.counted_notes AS
  SELECT a.reading_id, a.group_id, a.section_id, count(*)::int AS notes
  FROM annotations a JOIN threads t ON t.id = a.id
  WHERE tallies.is_open(a.visibility, a.group_id) AND (a.deleted_at IS NULL OR t.reply_count > 0)
  GROUP BY a.reading_id, a.group_id, a.section_id;

CREATE VIEW tallies.counted_posts AS
  SELECT reading_id, group_id, day, count(*)::int AS posts FROM (
    SELECT a.reading_id, a.group_id, tallies.day_of(a.created_at) AS day
    FROM annotations a WHERE tallies.is_open(a.visibility, a.group_id) AND a.deleted_at IS NULL
    UNION ALL
    SELECT a.reading_id, a.group_id, tallies.day_of(r.created_at)
    FROM annotations a JOIN replies r ON r.thread_id = a.id
    WHERE tallies.is_open(a.visibility, a.group_id) AND r.deleted_at IS NULL
  ) written GROUP BY reading_id, group_id, day;

-- To the minute: within one, who writes does not have to write this.
CREATE VIEW tallies.counted_activity AS
  SELECT a.reading_id, a.group_id, date_trunc('minute', max(t.last_activity_at)) AS at
  FROM annotations a JOIN threads t ON t.id = a.id
  WHERE tallies.is_open(a.visibility, a.group_id)
  GROUP BY a.reading_id, a.group_id;

CREATE FUNCTION tallies.recount(reading uuid, grp uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(tallies.lock_of(reading, grp));
  DELETE FROM tallies.notes WHERE reading_id = reading AND group_id IS NOT DISTINCT FROM grp;
  DELETE FROM tallies.posts WHERE reading_id = reading AND group_id IS NOT DISTINCT FROM grp;
  IF NOT EXISTS (SELECT FROM readings WHERE id = reading)
    OR (grp IS NOT NULL AND NOT EXISTS (SELECT FROM groups WHERE id = grp)) THEN RETURN;
  END IF;
  INSERT INTO tallies.notes SELECT c.reading_id, c.group_id, c.section_id, 0, c.notes
    FROM tallies.counted_notes c WHERE c.reading_id = reading AND c.group_id IS NOT DISTINCT FROM grp;
  INSERT INTO tallies.posts SELECT c.reading_id, c.group_id, c.day, 0, c.posts
    FROM tallies.counted_posts c WHERE c.reading_id = reading AND c.group_id IS NOT DISTINCT FROM grp;
  IF grp IS NULL THEN
    DELETE FROM tallies.loose WHERE reading_id = reading;
    INSERT INTO tallies.loose SELECT c.reading_id, c.at FROM tallies.counted_activity c
      WHERE c.reading_id = reading AND c.group_id IS NULL;
  ELSE
    UPDATE shelves s SET active_at = GREATEST(s.added_at, (SELECT c.at FROM tallies.counted_activity c
      WHERE c.reading_id = reading AND c.group_id = grp)) WHERE s.reading_id = reading AND s.group_id = grp;
  END IF;
END $$;

-- The places where something is kept, or should be.
CREATE VIEW tallies.places AS
  SELECT reading_id, group_id FROM annotations UNION SELECT reading_id, group_id FROM tallies.notes
  UNION SELECT reading_id, group_id FROM tallies.posts UNION SELECT reading_id, group_id FROM shelves
  UNION SELECT reading_id, NULL FROM tallies.loose;

-- The places whose tallies are not what a recount gives. Activity may stay ahead of what is left when the last that was written there
-- has been purged.
CREATE FUNCTION tallies.wrong() RETURNS TABLE (reading_id uuid, group_id uuid) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT w.reading_id, w.group_id FROM (
    (SELECT k.reading_id, k.group_id, k.section_id::text AS part, sum(k.notes)::int AS n FROM tallies.notes k
      GROUP BY 1, 2, 3 HAVING sum(k.notes) <> 0
      EXCEPT SELECT c.reading_id, c.group_id, c.section_id::text, c.notes FROM tallies.counted_notes c)
    UNION ALL
    (SELECT c.reading_id, c.group_id, c.section_id::text, c.notes FROM tallies.counted_notes c
      EXCEPT SELECT k.reading_id, k.group_id, k.section_id::text, sum(k.notes)::int FROM tallies.notes k GROUP BY 1, 2, 3)
    UNION ALL
    (SELECT k.reading_id, k.group_id, k.day::text, sum(k.posts)::int FROM tallies.posts k
      GROUP BY 1, 2, 3 HAVING sum(k.posts) <> 0
      EXCEPT SELECT c.reading_id, c.group_id, c.day::text, c.posts FROM tallies.counted_posts c)
    UNION ALL
    (SELECT c.reading_id, c.group_id, c.day::text, c.posts FROM tallies.counted_posts c
      EXCEPT SELECT k.reading_id, k.group_id, k.day::text, sum(k.posts)::int FROM tallies.posts k GROUP BY 1, 2, 3)
    UNION ALL
    SELECT s.reading_id, s.group_id, 'active', 0 FROM shelves s
      LEFT JOIN tallies.counted_activity c ON c.reading_id = s.reading_id AND c.group_id = s.group_id
      WHERE s.active_at < GREATEST(s.added_at, c.at)
    UNION ALL
    SELECT coalesce(l.reading_id, c.reading_id), NULL, 'active', 0 FROM tallies.loose l
      FULL JOIN (SELECT * FROM tallies.counted_activity WHERE group_id IS NULL) c ON c.reading_id = l.reading_id
      WHERE l.active_at < c.at OR l.active_at IS NULL
  ) w
$$;

CREATE FUNCTION tallies.recount_all() RETURNS void LANGUAGE sql AS $$
  SELECT tallies.recount(p.reading_id, p.group_id)
  FROM (SELECT reading_id, group_id FROM tallies.places ORDER BY 1, 2) p
$$;

-- What keeps them.

CREATE FUNCTION tallies.add_notes(reading uuid, grp uuid, section uuid, n int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(tallies.lock_of(reading, grp));
  INSERT INTO tallies.notes AS k VALUES (reading, grp, section, tallies.slot(), n)
    ON CONFLICT ON CONSTRAINT notes_place DO UPDATE SET notes = k.notes + EXCLUDED.notes;
END $$;

CREATE FUNCTION tallies.add_posts(reading uuid, grp uuid, on_day date, n int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(tallies.lock_of(reading, grp));
  INSERT INTO tallies.posts AS k VALUES (reading, grp, on_day, tallies.slot(), n)
    ON CONFLICT ON CONSTRAINT posts_place DO UPDATE SET posts = k.posts + EXCLUDED.posts;
END $$;

CREATE FUNCTION tallies.touch(reading uuid, grp uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  minute timestamptz := date_trunc('minute', moment);
BEGIN
  IF grp IS NULL THEN
    IF NOT EXISTS (SELECT FROM tallies.loose WHERE reading_id = reading AND active_at >= minute) THEN
      INSERT INTO tallies.loose AS l VALUES (reading, minute)
        ON CONFLICT (reading_id) DO UPDATE SET active_at = GREATEST(l.active_at, EXCLUDED.active_at);
    END IF;
  ELSE UPDATE shelves SET active_at = minute WHERE reading_id = reading AND group_id = grp AND active_at < minute;
  END IF;
END $$;

CREATE FUNCTION tallies.on_notes_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tallies.add_notes(n.reading_id, n.group_id, n.section_id, n.notes) FROM (
    SELECT a.reading_id, a.group_id, a.section_id, count(*)::int AS notes
    FROM added a JOIN threads t ON t.id = a.id
    WHERE tallies.is_open(a.visibility, a.group_id) AND (a.deleted_at IS NULL OR t.reply_count > 0)
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) n;
  PERFORM tallies.add_posts(n.reading_id, n.group_id, n.day, n.posts) FROM (
    SELECT reading_id, group_id, day, count(*)::int AS posts FROM (
      SELECT a.reading_id, a.group_id, tallies.day_of(a.created_at) AS day FROM added a
      WHERE tallies.is_open(a.visibility, a.group_id) AND a.deleted_at IS NULL
      UNION ALL
      SELECT a.reading_id, a.group_id, tallies.day_of(r.created_at) FROM added a JOIN replies r ON r.thread_id = a.id
      WHERE tallies.is_open(a.visibility, a.group_id) AND r.deleted_at IS NULL
    ) written GROUP BY 1, 2, 3 ORDER BY 1, 2, 3) n;
  PERFORM tallies.touch(n.reading_id, n.group_id, n.at) FROM (
    SELECT a.reading_id, a.group_id, max(t.last_activity_at) AS at FROM added a JOIN threads t ON t.id = a.id
    WHERE tallies.is_open(a.visibility, a.group_id) GROUP BY 1, 2 ORDER BY 1, 2) n;
  RETURN NULL;
END $$;

CREATE FUNCTION tallies.on_notes_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM old_notes o JOIN new_notes n ON n.id = o.id
    WHERE (o.section_id, o.visibility, o.deleted_at, o.group_id, o.reading_id, o.created_at)
      IS DISTINCT FROM (n.section_id, n.visibility, n.deleted_at, n.group_id, n.reading_id, n.created_at)) THEN
    RETURN NULL;
  END IF;
  -- Who sees a note changes seldom, and its replies go with it.
  IF EXISTS (SELECT FROM old_notes o JOIN new_notes n ON n.id = o.id
    WHERE (o.visibility, o.group_id, o.reading_id, o.created_at)
      IS DISTINCT FROM (n.visibility, n.group_id, n.reading_id, n.created_at)) THEN
    PERFORM tallies.recount(p.reading_id, p.group_id) FROM (SELECT reading_id, group_id FROM old_notes
      UNION SELECT reading_id, group_id FROM new_notes ORDER BY 1, 2) p;
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(tallies.lock_of(p.reading_id, p.group_id))
    FROM (SELECT DISTINCT reading_id, group_id FROM new_notes ORDER BY 1, 2) p;
  PERFORM tallies.add_notes(d.reading_id, d.group_id, d.section_id, d.notes) FROM (
    SELECT a.reading_id, a.group_id, a.section_id, sum(notes)::int AS notes FROM (
      SELECT a.*, 1 AS notes FROM new_notes a UNION ALL SELECT a.*, -1 FROM old_notes a
    ) a JOIN threads t ON t.id = a.id
    WHERE tallies.is_open(a.visibility, a.group_id) AND (a.deleted_at IS NULL OR t.reply_count > 0)
    GROUP BY 1, 2, 3 HAVING sum(notes) <> 0 ORDER BY 1, 2, 3) d;
  PERFORM tallies.add_posts(d.reading_id, d.group_id, d.day, d.posts) FROM (
    SELECT reading_id, group_id, tallies.day_of(created_at) AS day, sum(posts)::int AS posts FROM (
      SELECT a.*, 1 AS posts FROM new_notes a UNION ALL SELECT a.*, -1 FROM old_notes a
    ) a WHERE tallies.is_open(a.visibility, a.group_id) AND a.deleted_at IS NULL
    GROUP BY 1, 2, 3 HAVING sum(posts) <> 0 ORDER BY 1, 2, 3) d;
  RETURN NULL;
END $$;

-- What is purged was deleted and has no replies: it was not counted any more.
CREATE FUNCTION tallies.on_notes_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tallies.recount(p.reading_id, p.group_id)
    FROM (SELECT DISTINCT reading_id, group_id FROM gone
      WHERE tallies.is_open(visibility, group_id) AND deleted_at IS NULL ORDER BY 1, 2) p;
  RETURN NULL;
END $$;

CREATE FUNCTION tallies.on_thread_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  a annotations;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(tallies.lock_of(NEW.reading_id, NEW.group_id));
  SELECT * INTO a FROM annotations WHERE id = NEW.id AND tallies.is_open(visibility, group_id);
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NEW.last_activity_at < OLD.last_activity_at THEN
    PERFORM tallies.recount(a.reading_id, a.group_id);
    RETURN NULL;
  END IF;
  -- A deleted note stands as long as it has replies.
  IF a.deleted_at IS NOT NULL AND (OLD.reply_count > 0) <> (NEW.reply_count > 0) THEN
    PERFORM tallies.add_notes(a.reading_id, a.group_id, a.section_id, CASE WHEN NEW.reply_count > 0 THEN 1 ELSE -1 END);
  END IF;
  IF NEW.last_activity_at > OLD.last_activity_at THEN
    PERFORM tallies.touch(a.reading_id, a.group_id, NEW.last_activity_at);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION tallies.on_reply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  r replies := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  n int := CASE WHEN TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND NEW.deleted_at IS NOT NULL) THEN -1 ELSE 1 END;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(tallies.lock_of(t.reading_id, t.group_id)) FROM threads t WHERE t.id = r.thread_id;
  PERFORM tallies.add_posts(a.reading_id, a.group_id, tallies.day_of(r.created_at), n)
    FROM annotations a WHERE a.id = r.thread_id AND tallies.is_open(a.visibility, a.group_id);
  RETURN NULL;
END $$;

CREATE FUNCTION tallies.on_shelf_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.active_at := NEW.added_at;
  RETURN NEW;
END $$;

-- A shelf that is put up anew may find notes there.
CREATE FUNCTION tallies.on_shelved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tallies.recount(NEW.reading_id, NEW.group_id);
  RETURN NULL;
END $$;

CREATE FUNCTION tallies.on_reading_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM tallies.notes WHERE reading_id = OLD.id;
  DELETE FROM tallies.posts WHERE reading_id = OLD.id;
  DELETE FROM tallies.loose WHERE reading_id = OLD.id;
  RETURN NULL;
END $$;

CREATE FUNCTION tallies.on_group_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM tallies.notes WHERE group_id = OLD.id;
  DELETE FROM tallies.posts WHERE group_id = OLD.id;
  RETURN NULL;
END $$;

CREATE TRIGGER tallies_added AFTER INSERT ON annotations REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION tallies.on_notes_added();
CREATE TRIGGER tallies_changed AFTER UPDATE ON annotations REFERENCING OLD TABLE AS old_notes NEW TABLE AS new_notes
  FOR EACH STATEMENT EXECUTE FUNCTION tallies.on_notes_changed();
CREATE TRIGGER tallies_gone AFTER DELETE ON annotations REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION tallies.on_notes_gone();
CREATE TRIGGER tallies_thread AFTER UPDATE ON threads FOR EACH ROW
  WHEN (OLD.last_activity_at <> NEW.last_activity_at OR (OLD.reply_count > 0) <> (NEW.reply_count > 0))
  EXECUTE FUNCTION tallies.on_thread_changed();
CREATE TRIGGER tallies_reply_added AFTER INSERT ON replies FOR EACH ROW WHEN (NEW.deleted_at IS NULL)
  EXECUTE FUNCTION tallies.on_reply();
CREATE TRIGGER tallies_reply_changed AFTER UPDATE OF deleted_at ON replies FOR EACH ROW
  WHEN ((OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL)) EXECUTE FUNCTION tallies.on_reply();
CREATE TRIGGER tallies_reply_gone AFTER DELETE ON replies FOR EACH ROW WHEN (OLD.deleted_at IS NULL)
  EXECUTE FUNCTION tallies.on_reply();
CREATE TRIGGER tallies_reading_gone AFTER DELETE ON readings FOR EACH ROW EXECUTE FUNCTION tallies.on_reading_gone();
CREATE TRIGGER tallies_group_gone AFTER DELETE ON groups FOR EACH ROW EXECUTE FUNCTION tallies.on_group_gone();
CREATE TRIGGER tallies_shelf_added BEFORE INSERT ON shelves FOR EACH ROW EXECUTE FUNCTION tallies.on_shelf_added();
CREATE TRIGGER tallies_shelved AFTER INSERT ON shelves FOR EACH ROW EXECUTE FUNCTION tallies.on_shelved();

SELECT tallies.recount_all();
