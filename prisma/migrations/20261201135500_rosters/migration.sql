-- Who is on the roster of a course by a list: each gets an invitation of their own, and the list can be taken back.
CREATE TABLE "rosters" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "changes" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "rosters_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "rosters_group_id_id_idx" ON "rosters"("group_id", "id");
CREATE INDEX "rosters_added_by_id_idx" ON "rosters"("added_by_id");
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "rosters" ADD CONSTRAINT "rosters_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "invitations" ADD COLUMN "roster_id" UUID, ADD COLUMN "email" TEXT, ADD COLUMN "name" TEXT, ADD COLUMN "accepted_by_id" UUID;
CREATE INDEX "invitations_roster_id_idx" ON "invitations"("roster_id");
CREATE INDEX "invitations_accepted_by_id_idx" ON "invitations"("accepted_by_id");
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_roster_id_fkey" FOREIGN KEY ("roster_id") REFERENCES "rosters"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;
