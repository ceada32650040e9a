// What a letter about notices says, before it is drawn: its words, its links, and how it stands in a conversation. Pure.

import type { NotificationShape } from '@/lib/notifications/contract'

export type LetterItem = {
  /** Who did it, and what: "Ruth", "mentioned you". Without a person the deed says all. */
  readonly who: string
  readonly deed: string
  readonly words: string
  /** The passage or claim that it is about. */
  readonly about: string
  readonly href: string
  readonly link: string
}

export type LetterPart = { readonly title: string; readonly items: readonly LetterItem[] }

/** A letter as it is drawn; a program beside draws it, so it is plain data. */
export type LetterModel = {
  readonly subject: string
  readonly preview: string
  readonly parts: readonly LetterPart[]
  readonly why: string
  readonly settingsHref: string
  readonly unsubscribeHref: string
  readonly unsubscribe: string
}

export type Addresses = {
  /** The address in the browser of a path of ours. */
  readonly of: (path: string) => string
  readonly unsubscribeHref: string
}

type Told = Pick<
  NotificationShape,
  | 'kind'
  | 'actor'
  | 'excerpt'
  | 'about'
  | 'reading'
  | 'group'
  | 'threadId'
  | 'sectionId'
  | 'onClaim'
  | 'particulars'
>

/** The letter about one mention or answer. */
export function noticeLetter(notice: Told, { of, unsubscribeHref }: Addresses): LetterModel {
  const item = itemOf(notice, of)
  const title = notice.reading?.title ?? 'Colloquy'
  return {
    subject: subjectOf(notice),
    preview: [said(item), item.words].filter(Boolean).join(': '),
    parts: [{ title, items: [item] }],
    why: 'You get this mail at once because it was said to you. Replies to this mail are not read.',
    settingsHref: of('/settings/notifications'),
    unsubscribeHref,
    unsubscribe: 'Stop mails about mentions and replies',
  }
}

/** The letter with all that was not read since the last one, by reading. */
export function digestLetter(
  notices: readonly Told[],
  { of, unsubscribeHref, more }: Addresses & { readonly more: number },
): LetterModel {
  const parts = new Map<string, LetterItem[]>()
  for (const notice of notices) {
    const title = notice.reading?.title ?? 'Colloquy'
    parts.set(title, [...(parts.get(title) ?? []), itemOf(notice, of)])
  }
  const total = notices.length + more
  const count = total === 1 ? '1 unread notification' : `${total} unread notifications`
  const rest = { title: `And ${more} more`, items: [restItem(of)] }
  return {
    subject: `${count} in Colloquy`,
    preview: notices.map((notice) => said(deedOf(notice))).join('. '),
    parts: [...[...parts].map(([title, items]) => ({ title, items })), ...(more > 0 ? [rest] : [])],
    why: 'You get this digest because it is on in your settings. What you have read is not in it.',
    settingsHref: of('/settings/notifications'),
    unsubscribeHref,
    unsubscribe: 'Stop digests',
  }
}

function restItem(of: Addresses['of']): LetterItem {
  return {
    who: '',
    deed: 'They are in your inbox.',
    words: '',
    about: '',
    href: of('/inbox'),
    link: 'Open inbox',
  }
}

/** The words of a letter, for programs that show no HTML and people who want none. */
export function letterText({ parts, why, settingsHref, unsubscribeHref }: LetterModel): string {
  const lines = parts.flatMap(({ title, items }) => [
    title,
    '',
    ...items.flatMap(({ who, deed, words, about, href }) => [
      said({ who, deed }),
      ...(about === '' ? [] : [`On: “${about}”`]),
      ...(words === '' ? [] : ['', ...words.split('\n').map((line) => `> ${line}`), '']),
      href,
      '',
    ]),
  ])
  return [
    ...lines,
    '--',
    why,
    `Settings: ${settingsHref}`,
    `Unsubscribe: ${unsubscribeHref}`,
    '',
  ].join('\n')
}

function itemOf(notice: Told, of: Addresses['of']): LetterItem {
  const isPost = notice.threadId !== null
  return {
    ...deedOf(notice),
    words: notice.excerpt,
    about: notice.about === notice.excerpt ? '' : notice.about,
    href: of(pathOf(notice)),
    link: isPost ? 'Read and reply' : 'Open',
  }
}

const DEEDS: Readonly<Record<string, string>> = {
  'post.mentioned': 'mentioned you',
  'post.answered': 'replied to you',
  'thread.replied': 'replied in a thread you follow',
  'post.watched': 'added a note',
  'thread.resolved': 'resolved a thread',
  'thread.reopened': 'reopened a thread',
}

type Deed = Pick<LetterItem, 'who' | 'deed'>

function said({ who, deed }: Deed): string {
  return who === '' ? deed : `${who} ${deed}`
}

function deedOf({ kind, actor, particulars, reading }: Told): Deed {
  const deed = DEEDS[kind]
  if (deed !== undefined) return { who: actor?.name ?? 'Somebody', deed }
  const title = String(particulars.title ?? reading?.title ?? '')
  return { who: '', deed: newsOf(kind, title) }
}

function newsOf(kind: string, title: string): string {
  switch (kind) {
    case 'import.ready':
      return `“${title}” is imported`
    case 'search.found':
      return `New results for “${title}”`
    case 'import.failed':
      return `“${title}” could not be imported`
    case 'debate.rearranged':
    case 'debate.restored':
      return `Your claim “${title}” was moved in its debate`
    default:
      return title === '' ? 'Something changed' : `News of “${title}”`
  }
}

// Programs put letters with one subject and one reference together.
function subjectOf({ about, excerpt, reading, group }: Told): string {
  const topic = about || excerpt
  const where = reading?.title ?? group?.name ?? 'Colloquy'
  return oneLine(`Re: ${topic === '' ? where : `“${cut(topic, 60)}” in ${cut(where, 60)}`}`)
}

function pathOf({ reading, group, threadId, sectionId, onClaim }: Told): string {
  if (reading === null) return '/inbox'
  const query = group === null ? '' : `?group=${encodeURIComponent(group.slug)}`
  const path = `/readings/${reading.slug}`
  if (onClaim && sectionId !== null)
    return `${path}/debates/${sectionId}${query}#claims=${threadId}`
  return `${path}${query}${threadId === null ? '' : `#note=${threadId}`}`
}

function cut(words: string, length: number): string {
  return words.length <= length ? words : `${words.slice(0, length).trimEnd()}…`
}

// What stands in a header of a letter.
function oneLine(words: string): string {
  return words.replace(/[\p{Cc}\s]+/gu, ' ').trim()
}
