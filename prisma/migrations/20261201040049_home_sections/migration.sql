-- The section a note was made in, and the assignment it was made for: what others' notes are withheld by, while they are. Unlike
-- section_id, which moves with the text, the home never changes.

-- AlterTable
ALTER TABLE "annotations" ADD COLUMN "home_section_id" UUID,
ADD COLUMN "assignment_id" UUID;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_home_section_id_fkey" FOREIGN KEY ("home_section_id") REFERENCES "sections"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A note made on the current revision is where it was made; one made on a former revision has a place there.
UPDATE "annotations" a SET "home_section_id" = CASE
    WHEN a."revision_id" = r."current_revision_id" THEN a."section_id"
    ELSE COALESCE((SELECT p."section_id" FROM "annotation_places" p
      WHERE p."annotation_id" = a."id" AND p."revision_id" = a."revision_id"), a."section_id")
  END
FROM "readings" r WHERE r."id" = a."reading_id";
