// The first assignment of the seminar, closed: who counted the soldiers, and how do we know?

import { DAY, HOUR, passage } from '../note'
import type { DemoAssignment } from './assignment'
import { WHO_COUNTS_GRADES } from './who-counts-grades'

export const WHO_COUNTS: DemoAssignment = {
  title: 'Who counted, and how do we know?',
  instructions:
    'Read the two sections once without writing. Then follow every number and every “historically” back to somebody who could have known it. Say where the trail ends.',
  prompts: {
    'The Military Dimension: Troop Deployment and Capabilities':
      'Which of the claims about troops would you accept on this evidence, and which not?',
    'Geopolitical Implications: Historical Context':
      '“Revives”, “union”, “partnership”: choose one word and decide whether the text earns it.',
  },
  requiredKinds: ['question', 'counter-argument'],
  notesFirst: 1,
  classAgo: null,
  madeAgo: 22 * DAY,
  publishedAgo: 21 * DAY,
  dueAgo: 14 * DAY,
  closedAgo: 12 * DAY,
  done: {
    priya: 15 * DAY,
    leila: 14 * DAY + 6 * HOUR,
    sofia: 16 * DAY,
    tuan: 15 * DAY + 4 * HOUR,
    hanna: 14 * DAY + 9 * HOUR,
    meiling: 17 * DAY,
  },
  extensions: {},
  grades: WHO_COUNTS_GRADES,
  notes: [
    {
      by: 'tuan',
      ago: 19 * DAY + 3 * HOUR,
      kind: 'question',
      target: passage('potentially numbering up to 12,000'),
      body: 'The opening says *approximately*, this says *up to*. The first is an estimate with an error on both sides, the second a ceiling. Which of the two did the agency give, and did it say how many it had seen?',
      reactions: { '🙋': ['priya', 'hanna', 'sofia', 'amara'] },
      replies: [
        {
          by: 'hanna',
          ago: 18 * DAY + 20 * HOUR,
          body: 'In a newsroom the second reading would be the one that survives: an editor cuts the number down to its edge because the edge sounds large.',
          reactions: { '👍': ['tuan'] },
        },
        {
          by: 'jonas',
          ago: 18 * DAY,
          body: 'A measurement without its uncertainty is a rumour with a decimal point. I would not use either until somebody says how it was counted.',
          reactions: { '😄': ['tuan', 'meiling'] },
        },
      ],
    },
    {
      by: 'meiling',
      ago: 18 * DAY + 5 * HOUR,
      kind: 'oppose',
      target: passage('may be deployed alongside Russian forces is alarming'),
      body: 'The grammar does the work here. What *may be* is a possibility; what *is alarming* is a fact about the writer. One verb in the conditional carries one in the indicative across the full stop without paying for it.',
      reactions: { '🎯': ['ingrid', 'leila', 'tuan'] },
      replies: [
        {
          by: 'priya',
          ago: 17 * DAY + 6 * HOUR,
          body: 'Could a possibility not alarm, though? A fire that may spread alarms me before it does. The slide is only in the next sentence, where it “could signify a new front”.',
          replies: [
            {
              by: 'meiling',
              ago: 17 * DAY + 3 * HOUR,
              body: 'Agreed, and that is the better place for my note. Being alarmed is earned; the new front is not.',
              reactions: { '👍': ['priya', 'ingrid'] },
            },
          ],
        },
      ],
    },
    {
      by: 'sofia',
      ago: 18 * DAY,
      kind: 'question',
      target: passage('Military analysts posit that'),
      body: 'Which analysts? A witness without a name cannot be asked anything. In court this would be struck out before anybody weighed it.',
      reactions: { '🙋': ['chidi', 'leila'] },
      resolved: { by: 'ingrid', ago: 13 * DAY },
      replies: [
        {
          by: 'kofi',
          ago: 16 * DAY,
          body: 'Nobody in the room found one, and that is the answer: write down the sentence that you could still make without them.',
        },
      ],
    },
    {
      by: 'leila',
      ago: 17 * DAY + 8 * HOUR,
      kind: 'nuance',
      target: passage('the notorious language barrier'),
      body: '“Notorious” tells me that I should already know. As a translator I do not: armies have worked with forty words and an interpreter for a company. The barrier is real, its size is asserted.',
      reactions: { '👍': ['meiling', 'kofi'] },
    },
    {
      by: 'priya',
      ago: 17 * DAY,
      kind: 'oppose',
      target: passage('It revives Cold War-era models of alliances'),
      body: 'A Cold War alliance came with a doctrine, a payer and a promise that did not depend on the week. This text shows a trade of shells for something. A trade can resemble an alliance from above, which is where we are standing.',
      reactions: { '🎯': ['ingrid', 'hanna'], '👍': ['sofia'] },
      replies: [
        {
          by: 'amara',
          ago: 15 * DAY + 2 * HOUR,
          body: 'And a trade has a price. Nobody in the whole section asks what is paid for twelve thousand people, which would tell us who needs whom.',
          reactions: { '👍': ['priya', 'ingrid', 'kofi'] },
        },
      ],
    },
    {
      by: 'hanna',
      ago: 16 * DAY + 4 * HOUR,
      kind: 'question',
      target: passage('his cordial exchanges with Vladimir Putin'),
      body: 'What would an exchange that is not cordial look like in front of cameras? If every visit is cordial, the word tells us about photographers and not about alliances.',
      reactions: { '😄': ['chidi', 'jonas'], '🙋': ['sofia'] },
    },
    {
      by: 'chidi',
      ago: 14 * DAY + 2 * HOUR,
      kind: 'note',
      target: passage('a union born out of mutual necessity'),
      body: 'Necessity is the one word here with an argument behind it: sanctions on both, so each is the customer that the other has left. I would keep “necessity” and cut “union”.',
      reactions: { '👍': ['priya'] },
    },
    {
      by: 'jonas',
      ago: 13 * DAY + 20 * HOUR,
      kind: 'note',
      target: passage('they also lack recent combat experience'),
      body: 'This is the only sentence of the section that could turn out wrong next month, so it is the only one that says anything about the troops. It also weakens the alarm before it, and the text does not notice.',
      reactions: { '🎯': ['kofi'] },
    },
  ],
}
