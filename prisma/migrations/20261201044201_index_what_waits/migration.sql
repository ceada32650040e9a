-- Indexes for what is asked of many: a group's notes, a place's threads by activity, one's own notes on a reading. What waits, is
-- deleted or is private is little among much, and has partial indexes (Prisma cannot say these, and leaves them alone).

CREATE INDEX "annotations_group_id_id_idx" ON "annotations"("group_id", "id");
CREATE INDEX "annotations_author_id_reading_id_idx" ON "annotations"("author_id", "reading_id");
CREATE INDEX "threads_reading_id_group_id_last_activity_at_id_idx" ON "threads"("reading_id", "group_id", "last_activity_at", "id");
CREATE INDEX "threads_group_id_idx" ON "threads"("group_id");
DROP INDEX "annotations_deleted_at_idx";
DROP INDEX "replies_deleted_at_idx";
CREATE INDEX "annotations_deleted" ON "annotations"("deleted_at") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "replies_deleted" ON "replies"("deleted_at") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "annotations_private" ON "annotations"("author_id", "reading_id") WHERE "visibility" = 'private';
CREATE INDEX "annotations_unsure_reading" ON "annotations"("reading_id")
  WHERE "placed_at" IS NULL AND "deleted_at" IS NULL AND "place_state" IN ('changed', 'section', 'lost');
CREATE INDEX "annotations_unsure_author" ON "annotations"("author_id")
  WHERE "placed_at" IS NULL AND "deleted_at" IS NULL AND "place_state" IN ('changed', 'section', 'lost');
CREATE INDEX "annotations_unsure_group" ON "annotations"("group_id")
  WHERE "placed_at" IS NULL AND "deleted_at" IS NULL AND "place_state" IN ('changed', 'section', 'lost');
CREATE INDEX "readings_publishing" ON "readings"("publishing_id") WHERE "publishing_id" IS NOT NULL;
CREATE INDEX "readings_deleted" ON "readings"("deleted_at") WHERE "deleted_at" IS NOT NULL;
CREATE INDEX "imports_open" ON "imports"("progressed_at")
  WHERE "ready_at" IS NULL AND "failed_at" IS NULL AND "cancelled_at" IS NULL;
CREATE INDEX "events_at_idx" ON "events"("at");
CREATE INDEX "people_demo" ON "people"("id") WHERE "demo_role" IS NOT NULL;
CREATE INDEX "people_admin" ON "people"("id") WHERE "admin_since" IS NOT NULL;

-- A mark says in which reading its thread is, so that a person's marks there are found without those elsewhere.
ALTER TABLE "read_marks" ADD COLUMN "reading_id" UUID;
UPDATE "read_marks" m SET "reading_id" = t."reading_id" FROM "threads" t WHERE t."id" = m."thread_id";
ALTER TABLE "read_marks" ALTER COLUMN "reading_id" SET NOT NULL;
CREATE INDEX "read_marks_person_id_reading_id_idx" ON "read_marks"("person_id", "reading_id");
