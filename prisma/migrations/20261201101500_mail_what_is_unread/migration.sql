-- What may still have to be mailed: looked at each minute, so it must not cost what was read long ago.
CREATE INDEX "notifications_unread_direct" ON "notifications"("id")
  WHERE "read_at" IS NULL AND "kind" IN ('post.mentioned', 'post.answered');
CREATE INDEX "notifications_unread_person" ON "notifications"("person_id", "created_at") WHERE "read_at" IS NULL;
