import 'server-only'
import { notFound } from 'next/navigation'
import { Malformed, NotFound } from '@/lib/errors'

/** What a page asked for, or Next's answer that there is no such page: nothing is there, or its address names nothing. */
export async function orNotFound<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof NotFound || error instanceof Malformed) notFound()
    throw error
  }
}

/** A part of a page's address as it was meant, or Next's answer that there is no such page: what stands for no character names nothing. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    notFound()
  }
}

/** A parameter of a page's query that was given once and not empty. */
export function only(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
