-- CreateTable
CREATE TABLE "assets" (
    "id" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "asset_uploads" (
    "asset_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "asset_uploads_pkey" PRIMARY KEY ("asset_id","person_id")
);

-- CreateTable
CREATE TABLE "asset_uses" (
    "asset_id" TEXT NOT NULL,
    "reading_id" UUID NOT NULL,

    CONSTRAINT "asset_uses_pkey" PRIMARY KEY ("asset_id","reading_id")
);

-- CreateIndex
CREATE INDEX "asset_uploads_person_id_idx" ON "asset_uploads"("person_id");

-- CreateIndex
CREATE INDEX "asset_uploads_created_at_idx" ON "asset_uploads"("created_at");

-- CreateIndex
CREATE INDEX "asset_uses_reading_id_idx" ON "asset_uses"("reading_id");

-- AddForeignKey
ALTER TABLE "asset_uploads" ADD CONSTRAINT "asset_uploads_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "assets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset_uploads" ADD CONSTRAINT "asset_uploads_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset_uses" ADD CONSTRAINT "asset_uses_asset_id_fkey" FOREIGN KEY ("asset_id") REFERENCES "assets"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "asset_uses" ADD CONSTRAINT "asset_uses_reading_id_fkey" FOREIGN KEY ("reading_id") REFERENCES "readings"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Pictures are compressed already: trying it again would only cost time.
ALTER TABLE "assets" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
