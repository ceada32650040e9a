-- Which outbox this is. The one row names the transaction that wrote it; in a database restored from a copy it was written by another
-- one, and so the application knows that the cursors of open pages are of another life.
CREATE TABLE "event_epoch" (
    "id" BOOLEAN NOT NULL DEFAULT TRUE,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "name" TEXT NOT NULL DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 8),

    CONSTRAINT "event_epoch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "event_epoch_one_row" CHECK ("id")
);

INSERT INTO "event_epoch" DEFAULT VALUES;
