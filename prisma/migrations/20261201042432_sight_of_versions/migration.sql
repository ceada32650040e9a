-- What widens who sees a thing must not widen its past: each earlier version of a post keeps the visibility and the group it was
-- written under, and a reply written under a claim is the team's, whoever sees the note that the claim was made of.

-- AlterTable
ALTER TABLE "replies" ADD COLUMN "in_debate" BOOLEAN NOT NULL DEFAULT false;

-- A thread belongs to the debate from the moment that its claim was made.
UPDATE "replies" r SET "in_debate" = true FROM "claims" c
WHERE c."id" = r."thread_id" AND r."created_at" >= c."created_at";

-- AlterTable
ALTER TABLE "post_edits" ADD COLUMN "visibility" "Visibility" NOT NULL DEFAULT 'private',
ADD COLUMN "group_id" UUID;

UPDATE "post_edits" e SET "group_id" = t."group_id" FROM "threads" t WHERE t."id" = e."thread_id";

-- Under which visibility a version was written was not recorded. It stays its author's, unless somebody else had answered before
-- it was replaced: then others saw the note, and a note with answers is never made narrower.
UPDATE "post_edits" e
SET "visibility" = CASE WHEN t."group_id" IS NULL THEN 'public'::"Visibility" ELSE 'group'::"Visibility" END
FROM "threads" t
WHERE t."id" = e."thread_id" AND (
  NOT EXISTS (SELECT 1 FROM "annotations" a WHERE a."id" = t."id")
  OR EXISTS (SELECT 1 FROM "annotations" a JOIN "replies" r ON r."thread_id" = a."id"
    WHERE a."id" = t."id" AND a."visibility" <> 'private' AND r."author_id" <> a."author_id"
      AND r."created_at" <= e."replaced_at"));
ALTER TABLE "post_edits" ALTER COLUMN "visibility" DROP DEFAULT;
