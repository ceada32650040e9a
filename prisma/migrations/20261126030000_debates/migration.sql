-- CreateEnum
CREATE TYPE "ClaimKind" AS ENUM ('thesis', 'claim', 'question', 'assumption');

-- CreateEnum
CREATE TYPE "ClaimRelation" AS ENUM ('supports', 'opposes', 'qualifies', 'asks', 'assumes');

-- CreateEnum
CREATE TYPE "ClaimAspect" AS ENUM ('fact', 'inference', 'framing', 'forecast');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('agree', 'unsure', 'disagree');

-- AlterTable
ALTER TABLE "groups" ADD COLUMN     "shows_voters" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "debates" (
    "id" UUID NOT NULL,
    "reading_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "opened_by_id" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_activity_at" TIMESTAMPTZ(3) NOT NULL,
    "theses" INTEGER NOT NULL DEFAULT 0,
    "claims" INTEGER NOT NULL DEFAULT 0,
    "supports" INTEGER NOT NULL DEFAULT 0,
    "opposes" INTEGER NOT NULL DEFAULT 0,
    "qualifies" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "debates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "debate_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" "ClaimKind" NOT NULL,
    "text" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "adopted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "merged_into_id" UUID,
    "truth" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0, 0]::INTEGER[],
    "supports" INTEGER NOT NULL DEFAULT 0,
    "opposes" INTEGER NOT NULL DEFAULT 0,
    "qualifies" INTEGER NOT NULL DEFAULT 0,
    "questions" INTEGER NOT NULL DEFAULT 0,
    "assumptions" INTEGER NOT NULL DEFAULT 0,
    "citations" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_links" (
    "id" UUID NOT NULL,
    "debate_id" UUID NOT NULL,
    "parent_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "relation" "ClaimRelation" NOT NULL,
    "attacks" "ClaimAspect",
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "relevance" INTEGER[] DEFAULT ARRAY[0, 0, 0, 0, 0]::INTEGER[],
    "rank" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "claim_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "truth_votes" (
    "claim_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "value" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "truth_votes_pkey" PRIMARY KEY ("claim_id","person_id")
);

-- CreateTable
CREATE TABLE "relevance_votes" (
    "link_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "value" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "relevance_votes_pkey" PRIMARY KEY ("link_id","person_id")
);

-- CreateTable
CREATE TABLE "thesis_stances" (
    "thesis_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "opening" "Stance" NOT NULL,
    "now" "Stance" NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thesis_stances_pkey" PRIMARY KEY ("thesis_id","person_id")
);

-- CreateTable
CREATE TABLE "thesis_endorsements" (
    "thesis_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thesis_endorsements_pkey" PRIMARY KEY ("thesis_id","person_id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "reading_id" UUID,
    "revision_id" UUID,
    "section_id" UUID,
    "start" INTEGER,
    "end" INTEGER,
    "exact" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "url" TEXT,
    "title" TEXT,
    "accessed_on" DATE,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forecasts" (
    "claim_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "happened" BOOLEAN,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "resolution_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "forecasts_pkey" PRIMARY KEY ("claim_id")
);

-- CreateTable
CREATE TABLE "forecast_probabilities" (
    "claim_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "percent" SMALLINT NOT NULL,

    CONSTRAINT "forecast_probabilities_pkey" PRIMARY KEY ("claim_id","person_id","at")
);

-- CreateTable
CREATE TABLE "debate_changes" (
    "id" UUID NOT NULL,
    "debate_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" UUID,
    "claim_id" UUID NOT NULL,
    "summary" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "particulars" JSONB NOT NULL,
    "concerned" UUID[],
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "debate_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "debates_group_id_idx" ON "debates"("group_id");

-- CreateIndex
CREATE UNIQUE INDEX "debates_reading_id_section_id_group_id_key" ON "debates"("reading_id", "section_id", "group_id");

-- CreateIndex
CREATE INDEX "claims_debate_id_kind_id_idx" ON "claims"("debate_id", "kind", "id");

-- CreateIndex
CREATE INDEX "claims_author_id_idx" ON "claims"("author_id");

-- CreateIndex
CREATE INDEX "claim_links_parent_id_relation_rank_id_idx" ON "claim_links"("parent_id", "relation", "rank", "id");

-- CreateIndex
CREATE INDEX "claim_links_child_id_idx" ON "claim_links"("child_id");

-- CreateIndex
CREATE INDEX "claim_links_debate_id_idx" ON "claim_links"("debate_id");

-- CreateIndex
CREATE UNIQUE INDEX "claim_links_parent_id_child_id_key" ON "claim_links"("parent_id", "child_id");

-- CreateIndex
CREATE INDEX "truth_votes_person_id_idx" ON "truth_votes"("person_id");

-- CreateIndex
CREATE INDEX "relevance_votes_person_id_idx" ON "relevance_votes"("person_id");

-- CreateIndex
CREATE INDEX "thesis_stances_person_id_idx" ON "thesis_stances"("person_id");

-- CreateIndex
CREATE INDEX "thesis_endorsements_person_id_idx" ON "thesis_endorsements"("person_id");

-- CreateIndex
CREATE INDEX "evidence_claim_id_id_idx" ON "evidence"("claim_id", "id");

-- CreateIndex
CREATE INDEX "evidence_reading_id_start_idx" ON "evidence"("reading_id", "start");

-- CreateIndex
CREATE INDEX "forecast_probabilities_person_id_idx" ON "forecast_probabilities"("person_id");

-- CreateIndex
CREATE INDEX "debate_changes_debate_id_id_idx" ON "debate_changes"("debate_id", "id");

-- AddForeignKey
ALTER TABLE "debates" ADD CONSTRAINT "debates_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "readings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debates" ADD CONSTRAINT "debates_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "sections"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debates" ADD CONSTRAINT "debates_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debates" ADD CONSTRAINT "debates_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_id_fkey" FOREIGN KEY ("id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "claims"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "truth_votes" ADD CONSTRAINT "truth_votes_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "truth_votes" ADD CONSTRAINT "truth_votes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relevance_votes" ADD CONSTRAINT "relevance_votes_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "claim_links"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relevance_votes" ADD CONSTRAINT "relevance_votes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thesis_stances" ADD CONSTRAINT "thesis_stances_thesis_id_fkey" FOREIGN KEY ("thesis_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thesis_stances" ADD CONSTRAINT "thesis_stances_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thesis_endorsements" ADD CONSTRAINT "thesis_endorsements_thesis_id_fkey" FOREIGN KEY ("thesis_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thesis_endorsements" ADD CONSTRAINT "thesis_endorsements_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "readings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "sections"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecast_probabilities" ADD CONSTRAINT "forecast_probabilities_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "forecasts"("claim_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecast_probabilities" ADD CONSTRAINT "forecast_probabilities_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_changes" ADD CONSTRAINT "debate_changes_debate_id_fkey" FOREIGN KEY ("debate_id") REFERENCES "debates"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_changes" ADD CONSTRAINT "debate_changes_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_changes" ADD CONSTRAINT "debate_changes_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- What Prisma cannot say: votes are 0 to 4, probabilities are hundredths, nothing hangs on itself, an attack says on what, and evidence is
-- either a passage or a source.
ALTER TABLE "truth_votes" ADD CONSTRAINT "truth_votes_value" CHECK ("value" BETWEEN 0 AND 4);
ALTER TABLE "relevance_votes" ADD CONSTRAINT "relevance_votes_value" CHECK ("value" BETWEEN 0 AND 4);
ALTER TABLE "forecast_probabilities" ADD CONSTRAINT "forecast_probabilities_percent" CHECK ("percent" BETWEEN 0 AND 100);
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_not_itself" CHECK ("parent_id" <> "child_id");
ALTER TABLE "claim_links" ADD CONSTRAINT "claim_links_attacks" CHECK (("relation" = 'opposes') = ("attacks" IS NOT NULL));
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_passage_or_source" CHECK (("url" IS NULL) = ("exact" IS NOT NULL AND "revision_id" IS NOT NULL AND "reading_id" IS NOT NULL));
