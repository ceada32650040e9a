-- People are told of what concerns them: once for each event, with the conversation that it is about, so that the see-rule can be
-- asked again whenever it is shown or sent.
ALTER TABLE "notifications"
  ADD COLUMN "event_key" TEXT,
  ADD COLUMN "actor_id" UUID,
  ADD COLUMN "group_id" UUID,
  ADD COLUMN "thread_id" UUID,
  ADD COLUMN "reply_id" UUID;
UPDATE "notifications" SET "event_key" = "id"::text;
ALTER TABLE "notifications" ALTER COLUMN "event_key" SET NOT NULL, ALTER COLUMN "event_key" SET DEFAULT (gen_random_uuid())::text;
CREATE UNIQUE INDEX "notifications_person_id_event_key_key" ON "notifications"("person_id", "event_key");
CREATE INDEX "notifications_thread_id_idx" ON "notifications"("thread_id");
CREATE INDEX "notifications_reply_id_idx" ON "notifications"("reply_id");
CREATE INDEX "notifications_created_at_idx" ON "notifications"("created_at");
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "threads"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_reply_id_fkey" FOREIGN KEY ("reply_id") REFERENCES "replies"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "deliveries" (
  "notification_id" UUID NOT NULL,
  "channel" TEXT NOT NULL,
  "claimed_at" TIMESTAMPTZ(3) NOT NULL,
  "sent_at" TIMESTAMPTZ(3),
  CONSTRAINT "deliveries_pkey" PRIMARY KEY ("notification_id", "channel")
);
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_notification_id_fkey" FOREIGN KEY ("notification_id") REFERENCES "notifications"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "watches" (
  "person_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "subject_id" UUID NOT NULL,
  "level" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "watches_pkey" PRIMARY KEY ("person_id", "kind", "subject_id")
);
CREATE INDEX "watches_kind_subject_id_idx" ON "watches"("kind", "subject_id");
ALTER TABLE "watches" ADD CONSTRAINT "watches_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "notification_settings" (
  "person_id" UUID NOT NULL,
  "mails_at_once" BOOLEAN NOT NULL DEFAULT true,
  "digest" TEXT NOT NULL DEFAULT 'daily',
  "digest_hour" SMALLINT NOT NULL DEFAULT 8,
  "digest_day" SMALLINT NOT NULL DEFAULT 1,
  "time_zone" TEXT NOT NULL DEFAULT 'UTC',
  "quiet_from" SMALLINT,
  "quiet_to" SMALLINT,
  "levels" JSONB NOT NULL DEFAULT '{}',
  CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;
