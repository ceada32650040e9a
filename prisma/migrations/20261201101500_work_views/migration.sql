-- Who of those who lead a course looked at a student's work on which day: the student can read it.
CREATE TABLE "work_views" (
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "viewer_id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "work_views_pkey" PRIMARY KEY ("assignment_id","person_id","day","viewer_id")
);
CREATE INDEX "work_views_person_id_idx" ON "work_views"("person_id");
CREATE INDEX "work_views_viewer_id_idx" ON "work_views"("viewer_id");
ALTER TABLE "work_views" ADD CONSTRAINT "work_views_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "work_views" ADD CONSTRAINT "work_views_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "work_views" ADD CONSTRAINT "work_views_viewer_id_fkey" FOREIGN KEY ("viewer_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
