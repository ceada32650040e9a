// What lies on the desk of who grades: a student's work, and the students around them.

import type { AnnotationShape } from '@/lib/annotations/contract'
import type { BodyShape } from '@/lib/threads/contract/posts'
import type { Written } from './work'

export type WorkItem = Written & {
  readonly kind: 'note' | 'reply'
  /** Of a note. */
  readonly noteKind: AnnotationShape['kind'] | null
  readonly body: BodyShape | null
  /** Of a reply: whom it answers. */
  readonly answersName: string | null
}

export type DeskStudent = {
  readonly id: string
  readonly name: string
  readonly state: 'none' | 'draft' | 'released'
  readonly total: number | null
  readonly hasWork: boolean
}

export type DeskCounts = {
  readonly students: number
  readonly graded: number
  readonly released: number
}
