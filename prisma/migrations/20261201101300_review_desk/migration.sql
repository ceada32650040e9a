-- The review desk: what waits for a decision, who reported it, what was decided, by which rule and why, appeals, and a log that is
-- only ever written to.
-- AlterTable
ALTER TABLE "groups" ADD COLUMN     "house_rules" JSONB;

-- AlterTable
ALTER TABLE "memberships" ADD COLUMN     "muted_until" TIMESTAMPTZ(3),
ADD COLUMN     "suspended_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "threads" ADD COLUMN     "locked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "annotations" ADD COLUMN     "decision_id" UUID;

-- AlterTable
ALTER TABLE "replies" ADD COLUMN     "decision_id" UUID;

-- CreateTable
CREATE TABLE "review_items" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "reading_id" UUID NOT NULL,
    "section_id" UUID,
    "thread_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "reasons" TEXT[],
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "rank" DOUBLE PRECISION NOT NULL,
    "particulars" JSONB NOT NULL DEFAULT '{}',
    "claimed_by_id" UUID,
    "claimed_until" TIMESTAMPTZ(3),
    "assigned_to_id" UUID,
    "snoozed_until" TIMESTAMPTZ(3),
    "appealed_id" UUID,

    CONSTRAINT "review_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flags" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "upheld" BOOLEAN,

    CONSTRAINT "flags_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "reading_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "rule" TEXT,
    "words" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "before" JSONB NOT NULL DEFAULT '{}',
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeals" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "granted" BOOLEAN,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation_log" (
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "act" TEXT NOT NULL,
    "item_id" UUID NOT NULL,
    "decision_id" UUID,
    "kind" TEXT,
    "reason" TEXT,
    "rule" TEXT,
    "source" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,

    CONSTRAINT "moderation_log_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "review_items_group_id_state_rank_id_idx" ON "review_items"("group_id", "state", "rank", "id");

-- CreateIndex
CREATE INDEX "review_items_group_id_state_source_rank_id_idx" ON "review_items"("group_id", "state", "source", "rank", "id");

-- CreateIndex
CREATE INDEX "review_items_subject_id_idx" ON "review_items"("subject_id");

-- CreateIndex
CREATE INDEX "review_items_thread_id_idx" ON "review_items"("thread_id");

-- CreateIndex
CREATE INDEX "review_items_reading_id_idx" ON "review_items"("reading_id");

-- CreateIndex
CREATE INDEX "review_items_author_id_idx" ON "review_items"("author_id");

-- CreateIndex
CREATE INDEX "flags_group_id_reporter_id_idx" ON "flags"("group_id", "reporter_id");

-- CreateIndex
CREATE INDEX "flags_reporter_id_idx" ON "flags"("reporter_id");

-- CreateIndex
CREATE UNIQUE INDEX "flags_item_id_reporter_id_key" ON "flags"("item_id", "reporter_id");

-- CreateIndex
CREATE INDEX "decisions_item_id_id_idx" ON "decisions"("item_id", "id");

-- CreateIndex
CREATE INDEX "decisions_group_id_id_idx" ON "decisions"("group_id", "id");

-- CreateIndex
CREATE INDEX "decisions_author_id_id_idx" ON "decisions"("author_id", "id");

-- CreateIndex
CREATE INDEX "decisions_decided_by_id_idx" ON "decisions"("decided_by_id");

-- CreateIndex
CREATE INDEX "decisions_undone_by_id_idx" ON "decisions"("undone_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "appeals_decision_id_key" ON "appeals"("decision_id");

-- CreateIndex
CREATE INDEX "appeals_author_id_idx" ON "appeals"("author_id");

-- CreateIndex
CREATE INDEX "moderation_log_group_id_id_idx" ON "moderation_log"("group_id", "id");

-- AddForeignKey
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "readings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_assigned_to_id_fkey" FOREIGN KEY ("assigned_to_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "review_items"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flags" ADD CONSTRAINT "flags_reporter_id_fkey" FOREIGN KEY ("reporter_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "people"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- One open item for a thing and a source: a further flag joins it.
CREATE UNIQUE INDEX "review_items_open_key" ON "review_items"("subject_id", "source") WHERE "state" = 'open' AND "source" <> 'appeal';

-- The log can be written to and read. To change it takes somebody who may alter the database itself.
CREATE FUNCTION moderation_log_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The moderation log is only written to: % is refused.', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER moderation_log_stays BEFORE UPDATE OR DELETE ON "moderation_log"
  FOR EACH ROW EXECUTE FUNCTION moderation_log_stays();
CREATE TRIGGER moderation_log_is_kept BEFORE TRUNCATE ON "moderation_log"
  FOR EACH STATEMENT EXECUTE FUNCTION moderation_log_stays();
