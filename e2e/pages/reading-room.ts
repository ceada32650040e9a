import { expect, type Locator, type Page } from '@playwright/test'
import type { Group, Reading } from '@/e2e/world/shapes'
import { noteCard } from './note-card'
import { selectByMouse } from './passage'

export type Kind = 'Highlight' | 'Comment' | 'Support' | 'Oppose' | 'Nuance' | 'Ask'

const FARTHEST = 12

/** The reading room, as one who reads and writes in it speaks of it. */
export function readingRoom(page: Page) {
  const composer = page.getByRole('form', { name: 'New note' })
  const room = {
    page,
    composer,
    article: page.locator('article.text'),
    /** Where one writes a new note. */
    // While the editor takes over from the plain field both stand there for a moment.
    field: composer.getByRole('textbox', { name: 'Your note' }),
    /** What the keyboard's cursor has chosen, as a screen reader hears it. */
    spoken: page.locator('main > [aria-live]'),
    marks: page.locator('article.text mark.hl'),
    notices: page.locator('[data-sonner-toast]'),
    /** Goes to a reading on a group's shelf, and waits until it can be worked with. */
    async open(reading: Pick<Reading, 'slug'>, group?: Pick<Group, 'slug'>, rest = '') {
      await page.goto(`/readings/${reading.slug}${group ? `?group=${group.slug}` : ''}${rest}`)
      await room.ready()
    },
    /** Until the page has come alive: only then is there a way to speak of a section. */
    async ready() {
      await expect(page.locator('.section-talk').first()).toBeAttached()
    },
    async select(exact: string) {
      await selectByMouse(page, exact)
    },
    async make(kind: Kind) {
      await page
        .getByRole('toolbar', { name: 'What to make of this passage' })
        .getByRole('button', { name: kind })
        .click()
    },
    async write(words: string) {
      await room.field.click()
      await page.keyboard.type(words)
    },
    async post() {
      await composer.getByRole('button', { name: 'Post' }).click()
    },
    /** Moves the keyboard's cursor down to a paragraph. */
    async walkTo(paragraph: RegExp) {
      for (let step = 0; step < FARTHEST; step++) await page.keyboard.press('ArrowUp')
      await expect(async () => {
        await page.keyboard.press('ArrowDown')
        await expect(room.spoken).toHaveText(paragraph, { timeout: 500 })
      }).toPass()
    },
    /** The words of all drafts that this browser keeps. */
    draftsKept: () => page.evaluate(readDrafts),
    /** Ends the page as a fault of the browser would: nothing in it may say a last word. */
    async crash() {
      const devtools = await page.context().newCDPSession(page)
      const crashed = page.waitForEvent('crash')
      void devtools.send('Page.crash').catch(() => {})
      await crashed
    },
    /** The whole of it: select, comment, post. */
    async comment(exact: string, words: string) {
      await room.select(exact)
      await room.make('Comment')
      await room.write(words)
      await room.post()
      await expect(room.note(words).card).toBeVisible()
    },
    /** Puts other words into the note that is being edited, up to the press that would save them. */
    async rewrite(words: string) {
      await page.getByRole('textbox', { name: 'Your note' }).click()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type(words)
    },
    save: () => page.getByRole('button', { name: 'Save', exact: true }).click(),
    /** The note that says these words. */
    note: (words: string) => noteCard(page, words),
    notice: (words: string): Locator => room.notices.filter({ hasText: words }),
  }
  return room
}

export type ReadingRoom = ReturnType<typeof readingRoom>

function readDrafts(): Promise<string[]> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('keyval-store')
    opening.onerror = () => failed(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('keyval').objectStore('keyval').getAll()
      reading.onerror = () => failed(reading.error)
      reading.onsuccess = () => {
        opening.result.close()
        done(reading.result.map(({ text }: { text: string }) => text))
      }
    }
  })
}
