// What waits at the desk: its members report each other's unsourced sentences, and now and then each other.

import { DAY, HOUR } from '../note'
import type { DemoReviews } from './review'

export const DESK_REVIEWS: DemoReviews = {
  group: 'east-asia-desk',
  reports: [
    {
      post: 'The treaty of 1961 lapsed',
      flags: [
        {
          by: 'lucja',
          ago: 30 * HOUR,
          reason: 'unsourced',
          words: 'Two years and no source. I would cite this if it had one.',
        },
        { by: 'mateusz', ago: 20 * HOUR, reason: 'unsourced', words: 'Which register has it?' },
      ],
    },
    {
      post: 'Neither. The old model ran on credit',
      flags: [
        {
          by: 'seoyeon',
          ago: 26 * HOUR,
          reason: 'unsourced',
          words: '“Seems to run on cash and kind”: according to whom?',
        },
      ],
    },
    {
      post: 'That visit was in September 2023',
      flags: [
        {
          by: 'yusuf',
          ago: 40 * HOUR,
          reason: 'unsourced',
          words: 'Right, I think. But it corrects one date and names no source for either.',
        },
      ],
    },
    {
      post: 'Could it be an older draft',
      flags: [
        {
          by: 'mateusz',
          ago: 33 * HOUR,
          reason: 'off-topic',
          words: 'About how the text was made, which nobody here can know.',
        },
      ],
    },
    {
      post: 'Sanctions do not only isolate',
      flags: [
        {
          by: 'seoyeon',
          ago: 22 * HOUR,
          reason: 'unsourced',
          words: 'How much more, and since when?',
        },
      ],
    },
    {
      post: 'Devil’s advocate, since nobody else is',
      flags: [
        {
          by: 'mateusz',
          ago: 18 * HOUR,
          reason: 'other',
          words: 'I cannot tell whether this is meant. Whose view is it?',
        },
      ],
    },
    {
      post: 'Through which body?',
      flags: [
        {
          by: 'seoyeon',
          ago: 44 * HOUR,
          reason: 'unsourced',
          words: 'The end of the panel is a document. Link it.',
        },
      ],
      assignedTo: 'noor',
    },
    {
      post: 'If this goes to the board',
      flags: [
        {
          by: 'ha',
          ago: 29 * HOUR,
          reason: 'off-topic',
          words: 'For the board, not for a margin.',
        },
      ],
    },
    {
      post: 'Then write “a second belligerent”',
      flags: [
        {
          by: 'ana',
          ago: 41 * HOUR,
          reason: 'unsourced',
          words: 'A word of law needs the law that it is from.',
        },
      ],
    },
    {
      post: 'So the honest sentence is short',
      flags: [
        {
          by: 'seoyeon',
          ago: 21 * HOUR,
          reason: 'other',
          words: '“Honest” says of the author what the sentence does not show.',
        },
      ],
    },
    {
      post: 'You took this down while I was answering',
      flags: [
        {
          by: 'seoyeon',
          ago: 45 * HOUR,
          reason: 'harassment',
          words:
            'I took it down because I no longer think it. I would rather not be quoted with it.',
        },
        {
          by: 'ana',
          ago: 43 * HOUR,
          reason: 'private-information',
          words: 'It repeats word for word what somebody deleted.',
        },
      ],
    },
    {
      post: 'Two different attacks by now',
      flags: [
        {
          by: 'yusuf',
          ago: 39 * HOUR,
          reason: 'off-topic',
          words: 'About us, not about the text.',
        },
      ],
    },
    {
      post: 'Why is China in none of these paragraphs',
      flags: [
        {
          by: 'mateusz',
          ago: 3 * DAY,
          reason: 'off-topic',
          words: 'A margin is for sentences that are there.',
        },
        { by: 'yusuf', ago: 2 * DAY, reason: 'off-topic', words: 'A good question, for an essay.' },
      ],
    },
    {
      post: 'Perhaps the author holds Beijing constant',
      flags: [
        { by: 'lucja', ago: 31 * HOUR, reason: 'unsourced', words: 'A guess about a person.' },
      ],
    },
    {
      post: 'It has a name: 국가정보원',
      flags: [
        {
          by: 'mateusz',
          ago: 27 * HOUR,
          reason: 'other',
          words: 'Please add the name in Latin letters. I cannot look it up as it stands.',
        },
      ],
    },
    {
      post: 'As first reported from Seoul it was neither',
      flags: [
        {
          by: 'lucja',
          ago: 35 * HOUR,
          reason: 'unsourced',
          words: 'Reported by whom, on which day?',
        },
        { by: 'ha', ago: 34 * HOUR, reason: 'unsourced' },
        { by: 'mateusz', ago: 28 * HOUR, reason: 'unsourced', words: 'Two numbers and no link.' },
      ],
    },
    {
      post: 'A ceiling also invites a bet',
      flags: [
        {
          by: 'yusuf',
          ago: 19 * HOUR,
          reason: 'off-topic',
          words: 'This is a forecast. The debate on this section has a place for it.',
        },
      ],
    },
    {
      post: 'None that I would cite. Parades show drill',
      flags: [
        {
          by: 'ana',
          ago: 16 * HOUR,
          reason: 'unsourced',
          words: 'It says itself that it has none.',
        },
      ],
    },
    {
      post: 'Keep the “recent”, it is earning its place',
      flags: [
        {
          by: 'seoyeon',
          ago: 24 * HOUR,
          reason: 'off-topic',
          words: 'A memorial in Bắc Giang is not in this text.',
        },
      ],
    },
    {
      post: 'In its defence: for artillery support',
      flags: [
        {
          by: 'mateusz',
          ago: 15 * HOUR,
          reason: 'unsourced',
          words: 'How many minutes? It is the whole argument.',
        },
      ],
    },
    {
      post: 'Holds only if the units set free are fit',
      flags: [{ by: 'ana', ago: 14 * HOUR, reason: 'unsourced' }],
    },
    {
      post: 'A commander who has shells for tomorrow',
      flags: [
        { by: 'lucja', ago: 13 * HOUR, reason: 'unsourced', words: 'Says who has commanded?' },
      ],
    },
  ],
  hidden: [
    {
      post: 'Unless the need lasts longer than the juncture',
      flags: [{ by: 'mateusz', ago: 12 * HOUR, reason: 'off-topic' }],
      ...{ by: 'ruth', ago: 9 * HOUR, rule: '3' },
      words: 'Name the source for how long sanctions last, or say that you have none.',
      appeal: {
        ago: 6 * HOUR,
        words:
          'It was an answer to a forecast, and I gave it as one. If this needs a source, so does the sentence that it answers.',
      },
    },
  ],
  held: [
    {
      post: 'A leaked order would settle this',
      why: 'It has “leaked”, which this group looks at first.',
    },
  ],
}
