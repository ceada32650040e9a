-- Everything of a person as one archive, made by a job and kept for a week.
CREATE TABLE "exports" (
  "id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "done" INTEGER NOT NULL DEFAULT 0,
  "total" INTEGER,
  "ready_at" TIMESTAMPTZ(3),
  "archive" BYTEA,
  "size" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "exports_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "exports_person_id_id_idx" ON "exports"("person_id", "id");
CREATE INDEX "exports_created_at_idx" ON "exports"("created_at");
ALTER TABLE "exports" ADD CONSTRAINT "exports_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
