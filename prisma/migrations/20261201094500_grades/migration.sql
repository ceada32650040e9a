-- What an assignment counts as participation, how it is graded, and the grades.

-- By lib/participation/scheme.ts; null: the one that assignments begin with.
ALTER TABLE "assignments" ADD COLUMN "scheme" JSONB;

-- How an assignment is graded: its criteria, the mix and the points. Every change is a version, so that it can be gone back to.
CREATE TABLE "rubrics" (
    "assignment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "criteria" JSONB NOT NULL,
    "mix" JSONB NOT NULL,
    "points_possible" DOUBLE PRECISION NOT NULL,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rubrics_pkey" PRIMARY KEY ("assignment_id","version")
);
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A grade is a draft until it is released; what its student is shown is what was released, whatever is changed afterwards.
CREATE TABLE "grades" (
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "levels" JSONB NOT NULL,
    "points" DOUBLE PRECISION,
    "participation" DOUBLE PRECISION,
    "total" DOUBLE PRECISION,
    "comment" TEXT NOT NULL,
    "graded_by_id" UUID,
    "graded_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "released" JSONB,

    CONSTRAINT "grades_pkey" PRIMARY KEY ("assignment_id","person_id"),
    CONSTRAINT "grades_released" CHECK (("released_at" IS NULL) = ("released" IS NULL))
);
CREATE INDEX "grades_person_id_idx" ON "grades"("person_id");
ALTER TABLE "grades" ADD CONSTRAINT "grades_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "grades" ADD CONSTRAINT "grades_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "grades" ADD CONSTRAINT "grades_graded_by_id_fkey" FOREIGN KEY ("graded_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was done to a grade, for those who lead the course.
CREATE TABLE "grade_changes" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "total" DOUBLE PRECISION,
    "comment" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grade_changes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "grade_changes_assignment_id_person_id_id_idx" ON "grade_changes"("assignment_id", "person_id", "id");
ALTER TABLE "grade_changes" ADD CONSTRAINT "grade_changes_assignment_id_person_id_fkey" FOREIGN KEY ("assignment_id", "person_id") REFERENCES "grades"("assignment_id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "grade_changes" ADD CONSTRAINT "grade_changes_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a student and those who lead the course say to each other about a grade, regrade requests among it.
CREATE TABLE "grade_messages" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "is_request" BOOLEAN NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "grade_messages_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "grade_messages_assignment_id_person_id_id_idx" ON "grade_messages"("assignment_id", "person_id", "id");
CREATE INDEX "grade_messages_author_id_idx" ON "grade_messages"("author_id");
ALTER TABLE "grade_messages" ADD CONSTRAINT "grade_messages_assignment_id_person_id_fkey" FOREIGN KEY ("assignment_id", "person_id") REFERENCES "grades"("assignment_id", "person_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "grade_messages" ADD CONSTRAINT "grade_messages_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
