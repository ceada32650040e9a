import 'server-only'
import { notFound } from 'next/navigation'
import { NotFound } from '@/lib/errors'

/** What was asked for, or Next's answer that there is no such page. */
export async function orNotFound<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof NotFound) notFound()
    throw error
  }
}
