-- Searches that somebody keeps, and those of them that they want to be told of.
CREATE TABLE "saved_searches" (
  "id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "q" TEXT NOT NULL,
  "kinds" TEXT NOT NULL DEFAULT '',
  "watched_at" TIMESTAMPTZ(3),
  "seen_entry_id" BIGINT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "saved_searches_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "saved_searches_person_id_idx" ON "saved_searches"("person_id");
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
