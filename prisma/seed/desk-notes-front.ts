// The desk's longest quarrel: whether twelve thousand men make a new front.

import { DAY, type DemoNote, HOUR, passage } from './note'

export const DESK_NOTES_FRONT: readonly DemoNote[] = [
  {
    by: 'lucja',
    ago: 1 * HOUR,
    kind: 'note',
    target: passage('This shift in military strategy could signify a new front'),
    tags: ['front'],
    body: 'A leaked order would settle this, and I would not quote one here. Do we have a rule for sources that should not exist?',
  },
  {
    by: 'mateusz',
    ago: 3 * DAY,
    kind: 'oppose',
    target: passage(
      'This shift in military strategy could signify a new front in the ongoing conflict',
    ),
    tags: ['wording', 'front'],
    body: 'Reinforcing a front is not opening one. A new front needs new ground, and the paragraph names none. Twelve thousand men on an existing line is *depth*.',
    reactions: { '👍': ['lucja', 'yusuf'], '🤔': ['noor'] },
    replies: [
      {
        by: 'noor',
        ago: 2 * DAY + 20 * HOUR,
        body: 'On the map I agree. But “front” is also political: a second state’s army inside the war. If that is meant, the sentence holds and its wording is the problem.',
        reactions: { '👍': ['ana', 'ruth'] },
        replies: [
          {
            by: 'mateusz',
            ago: 2 * DAY + 18 * HOUR,
            body: 'Then write “a second belligerent”. The word exists, and it carries the legal weight that “front” politely avoids.',
            replies: [
              {
                by: 'yusuf',
                ago: 2 * DAY + 3 * HOUR,
                body: 'It may carry too much. Much depends on whose command they stand under, and the article never says.',
                replies: [
                  {
                    by: 'noor',
                    ago: 46 * HOUR,
                    body: 'So the honest sentence is short:\n\n> Foreign troops would join the war; under whose command is not known.\n\nTwelve words and no front.',
                    reactions: { '🎯': ['mateusz', 'yusuf', 'ha'] },
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        by: 'seoyeon',
        ago: 2 * DAY + 2 * HOUR,
        deletedAgo: 2 * DAY + 5,
        body: 'I think this is simply wrong. The front is wherever the enemy has to look.',
        replies: [
          {
            by: 'mateusz',
            ago: 2 * DAY,
            body: 'You took this down while I was answering it, which is a pity: “the front is wherever the enemy has to look” is the best defence of the sentence so far. My answer: then every rumour opens one.',
            reactions: { '😄': ['seoyeon', 'ana'] },
          },
        ],
      },
      {
        by: 'ha',
        ago: 9 * HOUR,
        body: 'Before we mend the noun, look at the verb. “Could signify” can never be wrong. As a forecast it needs a place and a date; as a description it needs neither “could” nor “signify”.',
        replies: [
          {
            by: 'ana',
            ago: 8 * HOUR,
            body: 'Would you settle for a condition, @[Nguyễn Thu Hà](person:ha)? “If they hold a sector of their own, it would be a new front.” That one can turn out false, which is what I like about it.',
          },
        ],
      },
      {
        by: 'ruth',
        ago: 50,
        body: 'Two different attacks by now: Mateusz disputes the *fact*, Noor and Hà the *wording*. Could we keep them apart before anyone counts heads? @[Mateusz Zieliński](person:mateusz), would you put yours in one sentence of its own?',
      },
    ],
  },
  {
    by: 'ruth',
    ago: 2 * DAY + 22 * HOUR,
    kind: 'nuance',
    target: passage(
      'a new front in the ongoing conflict, complicating the situation for Ukraine and its allies',
    ),
    tags: ['wording'],
    body: '“Complicating the situation” is the mildest phrase in a paragraph that began with “alarming”. The temperature drops by twenty degrees within three lines. Which of the two does the author believe?',
    reactions: { '👍': ['seoyeon'] },
  },
]
