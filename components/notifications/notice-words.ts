// What somebody is told, in words, and where it leads.

import type { NotificationShape } from '@/lib/notifications/contract'

export type NoticeWords = { readonly text: string; readonly more: string; readonly href: string }

// Before and after the words of the claim.
const DONE: Readonly<Record<string, readonly [string, string]>> = {
  linked: ['hung', 'under one claim more'],
  unlinked: ['took', 'from one of its places'],
  merged: ['merged', 'into another claim'],
  split: ['split', 'in two'],
  archived: ['put', 'away'],
}

/** The line of a notification; one of a kind that this page does not know says its title and leads to its reading. */
export function noticeWords(notice: NotificationShape): NoticeWords {
  const { kind, subjectId, reading, particulars } = notice
  const post = POSTS[kind]
  if (post !== undefined) return postWords(notice, post)
  const desk = deskWords(notice)
  if (desk !== null) return desk
  const title = String(particulars.title ?? reading?.title ?? '')
  switch (kind) {
    case 'import.ready':
      return {
        text: `“${title}” is read`,
        more: 'Look at it and save it.',
        href: `/imports/${subjectId}`,
      }
    case 'search.found':
      return searchWords(particulars)
    case 'import.failed':
      return {
        text: `“${title}” could not be read`,
        more: String(particulars.message ?? ''),
        href: `/imports/${subjectId}`,
      }
    case 'debate.rearranged': {
      const [did, where] = DONE[String(particulars.what)] ?? ['moved', 'to another place']
      return {
        text: `${particulars.by} ${did} “${title}” ${where}`,
        more: 'Votes on whether it is true stay. Those on whether it matters went where they no longer apply; the change can be taken back.',
        href: debateHref(reading?.slug, particulars),
      }
    }
    case 'debate.restored':
      return {
        text: `${particulars.by} put “${title}” back where it was`,
        more: 'The votes that went with the change are there again.',
        href: debateHref(reading?.slug, particulars),
      }
    default:
      return {
        text: title || 'Something has changed',
        more: String(particulars.message ?? ''),
        href: reading ? `/readings/${reading.slug}` : '/',
      }
  }
}

// What concerns the review desk: told to the author, or to who is to decide.
function deskWords(notice: NotificationShape): NoticeWords | null {
  const { kind, subjectId, actor, group, excerpt, about, particulars } = notice
  if (kind === 'item.assigned') {
    return {
      text: `${actor?.name ?? 'Somebody'} assigned something to you`,
      more: excerpt || about,
      href: group ? `/groups/${group.slug}/review?mine=1` : '/groups',
    }
  }
  const text = MODERATED[kind]
  if (text === undefined) return null
  const more = [particulars.reason, excerpt || about].filter(Boolean).join(' · ')
  return { text, more, href: `/decisions/${subjectId}` }
}

const MODERATED: Readonly<Record<string, string>> = {
  'post.moderated': 'A moderator decided about what you wrote',
  'decision.undone': 'What a moderator decided about you was taken back',
  'appeal.granted': 'Your appeal was granted',
  'appeal.declined': 'Your appeal was declined',
}

function searchWords({
  title,
  count,
  q,
  in: kinds,
}: NotificationShape['particulars']): NoticeWords {
  const query = new URLSearchParams({ q: String(q ?? ''), sort: 'newest' })
  if (kinds) query.set('in', String(kinds))
  const results = count === 1 ? '1 new result' : `${count} new results`
  return {
    text: `${results} for “${title}”`,
    more: 'A search you watch',
    href: `/search?${query}`,
  }
}

const POSTS: Readonly<Record<string, string>> = {
  'post.mentioned': 'mentioned you',
  'post.answered': 'replied to you',
  'thread.replied': 'replied in a thread you follow',
  'post.watched': 'added a note',
  'thread.resolved': 'resolved a thread',
  'thread.reopened': 'reopened a thread',
}

// A claim is read in its debate, a note on its passage.
function postWords(notice: NotificationShape, did: string): NoticeWords {
  const { actor, excerpt, about, reading, group, threadId, sectionId, onClaim } = notice
  const ofGroup = group === null ? '' : `?group=${encodeURIComponent(group.slug)}`
  const href = () => {
    if (reading === null) return '/'
    if (onClaim && sectionId !== null) {
      return `/readings/${reading.slug}/debates/${sectionId}${ofGroup}#claims=${threadId}`
    }
    return noteHref(reading.slug, group?.slug ?? null, threadId)
  }
  return {
    text: `${actor?.name ?? 'Somebody'} ${did}`,
    more: excerpt || about,
    href: href(),
  }
}

/** What was done, in the words that follow the name of who did it; null where a line is told otherwise. */
export function deedOf(kind: string): string | null {
  return POSTS[kind] ?? null
}

function noteHref(slug: string, group: string | null, threadId: string | null): string {
  const query = group === null ? '' : `?group=${encodeURIComponent(group)}`
  return `/readings/${slug}${query}${threadId === null ? '' : `#note=${threadId}`}`
}

function debateHref(
  slug: string | undefined,
  { sectionId, groupSlug }: NotificationShape['particulars'],
): string {
  return slug === undefined ? '/' : `/readings/${slug}/debates/${sectionId}?group=${groupSlug}`
}
