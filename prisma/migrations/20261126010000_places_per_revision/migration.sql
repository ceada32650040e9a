-- Every note keeps the words it was made on and has a place in each revision of its text: the present one on the note itself,
-- former ones in annotation_places. See docs/decisions/0011.

-- CreateEnum
CREATE TYPE "PlaceState" AS ENUM ('exact', 'moved', 'changed', 'section', 'lost');

-- AlterTable
ALTER TABLE "readings" ADD COLUMN "publishing_id" UUID;

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN "base_id" UUID,
ADD COLUMN "edits" JSONB,
ADD COLUMN "failed_at" TIMESTAMPTZ(3),
ADD COLUMN "queued_at" TIMESTAMPTZ(3),
ADD COLUMN "report" JSONB,
ADD COLUMN "restores_id" UUID;

-- AlterTable
ALTER TABLE "annotations" ADD COLUMN "place_state" "PlaceState" NOT NULL DEFAULT 'exact',
ADD COLUMN "placed_at" TIMESTAMPTZ(3),
ADD COLUMN "placed_by_id" UUID,
ADD COLUMN "similarity" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "reading_positions" ADD COLUMN "seen_id" UUID;

-- CreateTable
CREATE TABLE "reading_drafts" (
    "reading_id" UUID NOT NULL,
    "base_id" UUID NOT NULL,
    "doc" JSONB NOT NULL,
    "edits" JSONB,
    "version" INTEGER NOT NULL,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reading_drafts_pkey" PRIMARY KEY ("reading_id")
);

-- CreateTable
CREATE TABLE "annotation_places" (
    "revision_id" UUID NOT NULL,
    "annotation_id" UUID NOT NULL,
    "section_id" UUID,
    "start" INTEGER,
    "end" INTEGER,
    "place_state" "PlaceState" NOT NULL,
    "similarity" DOUBLE PRECISION,
    "placed_by_id" UUID,
    "placed_at" TIMESTAMPTZ(3),

    CONSTRAINT "annotation_places_pkey" PRIMARY KEY ("revision_id","annotation_id")
);

-- CreateIndex
CREATE INDEX "annotation_places_annotation_id_idx" ON "annotation_places"("annotation_id");

-- AddForeignKey
ALTER TABLE "reading_drafts" ADD CONSTRAINT "reading_drafts_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "readings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_drafts" ADD CONSTRAINT "reading_drafts_base_id_fkey" FOREIGN KEY ("base_id") REFERENCES "revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_drafts" ADD CONSTRAINT "reading_drafts_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_placed_by_id_fkey" FOREIGN KEY ("placed_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_places" ADD CONSTRAINT "annotation_places_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annotation_places" ADD CONSTRAINT "annotation_places_annotation_id_fkey" FOREIGN KEY ("annotation_id") REFERENCES "annotations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Until now a reading had one revision, so whoever read it has read that one.
UPDATE "reading_positions" p SET "seen_id" = r."current_revision_id" FROM "readings" r WHERE r."id" = p."reading_id";
