// The desk on the second section: is it a Cold War alliance again?

import { DAY, HOUR } from '@/prisma/seed/note'
import type { DemoDebate } from './debate'

export const DESK_ALLIANCE: DemoDebate = {
  group: 'east-asia-desk',
  section: 'Geopolitical Implications: Historical Context',
  theses: [
    {
      by: 'noor',
      ago: 5 * DAY,
      text: 'The pact revives a Cold War alliance rather than making a bargain for one war.',
      stances: {
        noor: ['unsure', 'disagree'],
        ruth: ['unsure', 'unsure'],
        ana: ['disagree', 'disagree'],
        yusuf: ['disagree', 'disagree'],
        lucja: ['disagree', 'disagree'],
        seoyeon: ['agree', 'agree'],
        mateusz: ['agree', 'agree'],
        ha: ['agree', 'unsure'],
      },
      claims: [
        {
          by: 'mateusz',
          ago: 4 * DAY,
          does: 'supports',
          text: 'Each arms the other, and that is what the Cold War model was.',
          cites: ['bolster each other’s military capabilities'],
          votes: 'noor22 ana12 yusuf12 lucja22 seoyeon43 mateusz43 ha33 ruth22',
          answers: [
            {
              by: 'lucja',
              ago: 4 * DAY - 5 * HOUR,
              does: 'opposes',
              attacks: 'fact',
              text: 'The text shows one direction: ammunition goes to Russia. What comes back is not named.',
              cites: ['continues to supply Russia with much-needed ammunition'],
              votes: 'noor44 ana44 yusuf43 lucja44 seoyeon33 mateusz33 ha43',
            },
          ],
        },
        {
          by: 'seoyeon',
          ago: 3 * DAY,
          does: 'supports',
          text: 'A meeting of the two leaders is what such alliances are announced with.',
          cites: ['cordial exchanges with Vladimir Putin'],
          votes: 'noor11 ana01 yusuf12 seoyeon32 mateusz22',
          answers: [
            {
              by: 'yusuf',
              ago: 3 * DAY - 4 * HOUR,
              does: 'opposes',
              attacks: 'fact',
              text: 'The visit to Russia that can be meant was in September 2023, a year before the news this article opens with. “Recent” hides that.',
              cites: ['recent visit to Russia'],
              votes: 'noor43 ana44 yusuf44 lucja43 ha33 ruth33',
            },
            {
              by: 'ana',
              ago: 2 * DAY,
              does: 'opposes',
              attacks: 'inference',
              text: 'Cordiality is the manner of a meeting, not its result.',
              votes: 'noor33 yusuf33 ana43 seoyeon22',
            },
          ],
        },
        {
          by: 'yusuf',
          ago: 4 * DAY + 3 * HOUR,
          does: 'opposes',
          attacks: 'inference',
          text: 'Mutual necessity makes a bargain. It ends when one of the two no longer needs the other.',
          cites: ['a union born out of mutual necessity'],
          votes: 'noor44 ruth33 ana43 yusuf44 lucja44 seoyeon22 mateusz22 ha33',
          answers: [
            {
              by: 'mateusz',
              ago: 3 * DAY,
              does: 'opposes',
              attacks: 'inference',
              text: 'Alliances of conviction end as well. Necessity that lasts looks the same from outside.',
              votes: 'noor23 yusuf22 mateusz43 seoyeon33 ha23',
            },
          ],
        },
        {
          by: 'ana',
          ago: 3 * DAY + 2 * HOUR,
          does: 'opposes',
          attacks: 'framing',
          text: 'The section says in one breath that relations “have fluctuated” and that a model is “revived”. One of the two words is wrong.',
          cites: ['relations between North Korea and Russia have fluctuated'],
          votes: 'noor33 ruth33 ana44 yusuf33 lucja33 seoyeon12 mateusz12 ha33',
        },
        {
          by: 'ruth',
          ago: 2 * DAY,
          does: 'qualifies',
          text: 'Both may be true in turn: a bargain now that is called an alliance so that it can become one.',
          votes: 'noor33 ruth43 ana33 yusuf33 seoyeon33 mateusz33 ha43 lucja33',
        },
        {
          by: 'lucja',
          ago: 2 * DAY - 2 * HOUR,
          does: 'asks',
          text: 'What does Pyongyang get? The section never says.',
        },
        {
          by: 'ha',
          ago: DAY,
          does: 'asks',
          text: 'Which alliance of the Cold War is meant? They differed.',
        },
        {
          by: 'noor',
          ago: 2 * DAY,
          does: 'assumes',
          text: 'What both sides say in public is what they have agreed.',
          votes: 'noor13 yusuf12 ana12',
        },
      ],
    },
  ],
}
