-- Readings that a course assigns: what is asked in which sections and when, who sees whose notes when, and what each person did.

-- In which time zone the dates of a course are written (IANA).
ALTER TABLE "groups" ADD COLUMN "time_zone" TEXT NOT NULL DEFAULT 'UTC';

CREATE TYPE "PresentedNames" AS ENUM ('names', 'pseudonyms', 'anonymous');

CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "reading_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "required_kinds" TEXT[],
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "replies_until" TIMESTAMPTZ(3),
    "late_rule" JSONB NOT NULL,
    "steps" JSONB NOT NULL,
    "notes_first" INTEGER NOT NULL,
    "open_for_all_at" TIMESTAMPTZ(3),
    "by_circle" BOOLEAN NOT NULL,
    "class_at" TIMESTAMPTZ(3),
    "names" "PresentedNames" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id"),
    -- What is closed was published.
    CONSTRAINT "assignments_closed" CHECK ("closed_at" IS NULL OR "published_at" IS NOT NULL)
);
CREATE INDEX "assignments_group_id_id_idx" ON "assignments"("group_id", "id");
CREATE INDEX "assignments_reading_id_idx" ON "assignments"("reading_id");
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "readings"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "assignment_sections" (
    "assignment_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "prompt" TEXT NOT NULL DEFAULT '',
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_sections_pkey" PRIMARY KEY ("assignment_id","section_id")
);
CREATE INDEX "assignment_sections_section_id_idx" ON "assignment_sections"("section_id");
ALTER TABLE "assignment_sections" ADD CONSTRAINT "assignment_sections_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "assignment_sections" ADD CONSTRAINT "assignment_sections_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "sections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- That a section stands open to a person: written once, by the note that earned it or by staff. Nothing takes it back.
CREATE TABLE "section_openings" (
    "person_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by_id" UUID,

    CONSTRAINT "section_openings_pkey" PRIMARY KEY ("person_id","assignment_id","section_id")
);
CREATE INDEX "section_openings_assignment_id_section_id_idx" ON "section_openings"("assignment_id", "section_id");
ALTER TABLE "section_openings" ADD CONSTRAINT "section_openings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "section_openings" ADD CONSTRAINT "section_openings_assignment_id_section_id_fkey" FOREIGN KEY ("assignment_id", "section_id") REFERENCES "assignment_sections"("assignment_id", "section_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "section_openings" ADD CONSTRAINT "section_openings_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- That a person says to be done.
CREATE TABLE "completions" (
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "completions_pkey" PRIMARY KEY ("assignment_id","person_id")
);
CREATE INDEX "completions_person_id_idx" ON "completions"("person_id");
ALTER TABLE "completions" ADD CONSTRAINT "completions_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "completions" ADD CONSTRAINT "completions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Small groups of a course, or of one assignment.
CREATE TABLE "circles" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "assignment_id" UUID,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "circles_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "circles_group_id_idx" ON "circles"("group_id");
CREATE INDEX "circles_assignment_id_idx" ON "circles"("assignment_id");
ALTER TABLE "circles" ADD CONSTRAINT "circles_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "circles" ADD CONSTRAINT "circles_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who was in which circle, and from when to when: in one of a course, or of an assignment, at a time.
CREATE TABLE "circle_members" (
    "id" UUID NOT NULL,
    "circle_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "assignment_id" UUID,
    "person_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "circle_members_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "circle_members_one" ON "circle_members"("person_id", "group_id", "assignment_id") NULLS NOT DISTINCT WHERE "left_at" IS NULL;
CREATE INDEX "circle_members_circle_id_idx" ON "circle_members"("circle_id");
CREATE INDEX "circle_members_person_id_idx" ON "circle_members"("person_id");
ALTER TABLE "circle_members" ADD CONSTRAINT "circle_members_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "circle_members" ADD CONSTRAINT "circle_members_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Another due time for one student or one circle.
CREATE TABLE "extensions" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID,
    "circle_id" UUID,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "given_by_id" UUID,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extensions_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "extensions_for" CHECK (("person_id" IS NULL) <> ("circle_id" IS NULL))
);
CREATE UNIQUE INDEX "extensions_assignment_id_person_id_key" ON "extensions"("assignment_id", "person_id");
CREATE UNIQUE INDEX "extensions_assignment_id_circle_id_key" ON "extensions"("assignment_id", "circle_id");
CREATE INDEX "extensions_person_id_idx" ON "extensions"("person_id");
CREATE INDEX "extensions_circle_id_idx" ON "extensions"("circle_id");
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was changed after publishing, in words that students are told.
CREATE TABLE "assignment_changes" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "changed_by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changes" TEXT[],

    CONSTRAINT "assignment_changes_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "assignment_changes_assignment_id_version_key" ON "assignment_changes"("assignment_id", "version");
ALTER TABLE "assignment_changes" ADD CONSTRAINT "assignment_changes_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "assignment_changes" ADD CONSTRAINT "assignment_changes_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a note was made for, and in which circle.
ALTER TABLE "annotations" ADD COLUMN "circle_id" UUID;
UPDATE "annotations" SET "assignment_id" = NULL WHERE "assignment_id" IS NOT NULL;
CREATE INDEX "annotations_assignment_id_author_id_idx" ON "annotations"("assignment_id", "author_id");
CREATE INDEX "annotations_circle_id_idx" ON "annotations"("circle_id");
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE NO ACTION ON UPDATE CASCADE;
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_circle_id_fkey" FOREIGN KEY ("circle_id") REFERENCES "circles"("id") ON DELETE SET NULL ON UPDATE CASCADE;
