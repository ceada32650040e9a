-- The encoding that a person chose for a text which does not name its own; null while it is guessed or not in question.
ALTER TABLE "imports" ADD COLUMN "encoding" TEXT;
