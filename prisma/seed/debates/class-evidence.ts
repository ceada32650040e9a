// The seminar on the first section: what it claims, what it shows.

import { DAY, HOUR } from '@/prisma/seed/note'
import type { DemoDebate } from './debate'

export const CLASS_EVIDENCE: DemoDebate = {
  group: 'reading-evidence',
  section: 'The Military Dimension: Troop Deployment and Capabilities',
  theses: [
    {
      by: 'ingrid',
      ago: 4 * DAY,
      text: 'The section shows that the troops will matter, and does not only say it.',
      stances: {
        ingrid: ['unsure', 'unsure'],
        kofi: ['disagree', 'disagree'],
        priya: ['agree', 'disagree'],
        leila: ['agree', 'agree'],
      },
      claims: [
        {
          by: 'leila',
          ago: 3 * DAY,
          does: 'supports',
          text: 'It gives a way in which they matter: they take over posts, and others can move.',
          cites: ['may be more inclined to guard positions'],
          votes: 'ingrid23 kofi22 priya33 leila43',
          answers: [
            {
              by: 'priya',
              ago: 2 * DAY,
              does: 'opposes',
              attacks: 'inference',
              text: 'A way in which something could matter is not yet a showing that it does.',
              votes: 'ingrid43 kofi44 priya44 leila33',
            },
          ],
        },
        {
          by: 'priya',
          ago: 3 * DAY - 4 * HOUR,
          does: 'opposes',
          attacks: 'fact',
          text: 'Every verb is softened: “may”, “could”, “suggest”. What is shown needs none of them.',
          cites: ['experts suggest that North Korean troops'],
          votes: 'ingrid33 kofi33 priya44 leila12',
        },
        {
          by: 'kofi',
          ago: 2 * DAY,
          does: 'qualifies',
          text: 'It shows two difficulties rather well, and they speak against the thesis.',
          cites: [
            'effective communication and coordination on the battlefield could present significant hurdles',
          ],
          votes: 'ingrid43 kofi43 priya33',
        },
        {
          by: 'priya',
          ago: DAY,
          does: 'asks',
          text: 'What would this section have to contain for us to say that it shows it?',
        },
      ],
    },
  ],
}
