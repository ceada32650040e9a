-- A private note waits for its author alone, whom another index serves: that by which a group's leaders look for what waits for them need
-- not hold it.

DROP INDEX "annotations_unsure_group";
CREATE INDEX "annotations_unsure_group" ON "annotations"("group_id")
  WHERE "placed_at" IS NULL AND "deleted_at" IS NULL AND "place_state" IN ('changed', 'section', 'lost') AND "visibility" <> 'private';
