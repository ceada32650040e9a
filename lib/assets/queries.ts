import 'server-only'
import { type Db, db } from '@/lib/db/client'
import { NotFound } from '@/lib/errors'
import type { Prisma } from '@/lib/generated/prisma/client'
import type { AnyActor } from '@/lib/policy/actor'
import { visibleTo } from '@/lib/policy/visible'
import { isAssetId } from '@/lib/text/asset-address'

const assetSelect = { id: true, mediaType: true, bytes: true } satisfies Prisma.AssetSelect

export type AssetRow = Prisma.AssetGetPayload<{ select: typeof assetSelect }>

/** A picture with its bytes. Throws NotFound when the actor sees no reading that holds it and did not bring it. */
export async function assetFor(actor: AnyActor, id: string): Promise<AssetRow> {
  const row = isAssetId(id)
    ? await db().asset.findFirst({
        where: { AND: [{ id }, visibleTo(actor).assets] },
        select: assetSelect,
      })
    : null
  if (!row) throw new NotFound()
  return row
}

/** Those of some pictures that an actor may see, by id. One query. */
export async function seenAssets(
  tx: Db,
  actor: AnyActor,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.asset.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleTo(actor).assets] },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}
