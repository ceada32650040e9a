import { redirect } from 'next/navigation'
import { codeTyped, shownCode } from '@/lib/groups/invitation'

/** Where the form for a code leads; the invitation has an address of its own. */
export default async function JoinPage({ searchParams }: PageProps<'/join'>) {
  const { code } = await searchParams
  const typed = codeTyped(typeof code === 'string' ? code.slice(0, 100) : '')
  redirect(typed === '' ? '/groups#by-code' : `/join/${shownCode(typed)}`)
}
