-- What classmates read instead of the name of who writes for an assignment. Written once, with the first post; without a name where
-- the assignment is anonymous.
CREATE TABLE "pseudonyms" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT,

    CONSTRAINT "pseudonyms_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "pseudonyms_assignment_id_person_id_key" ON "pseudonyms"("assignment_id", "person_id");

CREATE UNIQUE INDEX "pseudonyms_assignment_id_name_key" ON "pseudonyms"("assignment_id", "name");

CREATE INDEX "pseudonyms_person_id_idx" ON "pseudonyms"("person_id");

ALTER TABLE "pseudonyms" ADD CONSTRAINT "pseudonyms_assignment_id_fkey"
    FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "pseudonyms" ADD CONSTRAINT "pseudonyms_person_id_fkey"
    FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
