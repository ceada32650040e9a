import { expect, type Page } from '@playwright/test'

/** A note: in the margin, or in the sheet of a small screen. Found by words that stand in it. */
export function noteCard(page: Page, words: string) {
  const card = page.getByRole('article').and(page.locator('.note')).filter({ hasText: words })
  const replies = card.getByRole('list', { name: /^Replies/ }).getByRole('listitem')
  const note = {
    page,
    card,
    replies,
    async open() {
      await card.locator('.opens').click()
      await expect(card).toHaveClass(/pinned/)
    },
    replyBox: card.getByRole('textbox', { name: /^Reply to/ }),
    async writeReply(said: string) {
      await card
        .getByRole('button', { name: /^Reply to/ })
        .last()
        .click()
      await note.replyBox.click()
      await page.keyboard.type(said)
    },
    async reply(said: string) {
      await note.writeReply(said)
      await card.getByRole('button', { name: 'Reply', exact: true }).last().click()
      await expect(replies.filter({ hasText: said })).toBeVisible()
    },
    /** Something from the menu of the note. */
    async choose(item: 'Copy link' | 'Edit' | 'Delete') {
      await card.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: item }).click()
    },
    async react(emoji: string) {
      await card.getByRole('button', { name: 'React' }).first().click()
      await page.getByRole('button', { name: emoji }).click()
    },
    resolve: () => card.getByRole('button', { name: 'Resolve', exact: true }).click(),
    reopen: () => card.getByRole('button', { name: 'Reopen', exact: true }).click(),
  }
  return note
}
