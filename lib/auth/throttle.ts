import 'server-only'

/** Counts a write of a person. */
export async function takeWrite(_personId: string): Promise<void> {}
