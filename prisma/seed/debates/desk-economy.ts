// The desk on the fourth section: more sanctions, and what of it?

import { DAY, HOUR } from '@/prisma/seed/note'
import type { DemoDebate } from './debate'

export const DESK_ECONOMY: DemoDebate = {
  group: 'east-asia-desk',
  section: 'The Socioeconomic Impact: Sanctions and Diplomatic Fallout',
  theses: [
    {
      by: 'lucja',
      ago: 4 * DAY,
      text: 'The alliance will make sanctions against both states stricter in effect, not only in number.',
      stances: {
        lucja: ['disagree', 'disagree'],
        noor: ['unsure', 'disagree'],
        mateusz: ['agree', 'agree'],
        ruth: ['agree', 'agree'],
        ha: ['unsure', 'unsure'],
        seoyeon: ['agree', 'agree'],
        yusuf: ['disagree', 'disagree'],
      },
      claims: [
        {
          by: 'mateusz',
          ago: 3 * DAY,
          does: 'supports',
          text: 'A shared war gives states that hesitated a reason to join.',
          cites: ['a ripple effect could emerge'],
          votes: 'noor22 mateusz33 ruth33 seoyeon33 lucja12 yusuf12 ha22',
        },
        {
          by: 'ruth',
          ago: 2 * DAY,
          does: 'supports',
          text: 'Trade between the two can be watched at one short border and a few ports.',
          votes: 'mateusz33 ruth33 lucja22 yusuf22 seoyeon43',
          answers: [
            {
              by: 'lucja',
              ago: 2 * DAY - 5 * HOUR,
              does: 'opposes',
              attacks: 'inference',
              text: 'What can be watched is not thereby stopped: the border lies between the two states that want the trade.',
              votes: 'noor44 lucja44 yusuf43 mateusz32 ruth33 ha43',
            },
          ],
        },
        {
          by: 'lucja',
          ago: 3 * DAY + 4 * HOUR,
          does: 'opposes',
          attacks: 'inference',
          text: 'Two states that are already under sanctions and trade with each other are harder to reach, not easier.',
          cites: ['the imposition of stricter sanctions against both nations'],
          votes: 'noor43 mateusz22 ruth22 ha33 seoyeon12 lucja44 yusuf44',
          answers: [
            {
              by: 'mateusz',
              ago: 2 * DAY,
              does: 'opposes',
              attacks: 'fact',
              text: 'Neither can make what it buys from third states, and those can be reached.',
              votes: 'noor33 mateusz43 ruth33 lucja33 seoyeon33 ha33',
            },
          ],
        },
        {
          by: 'yusuf',
          ago: 2 * DAY + 3 * HOUR,
          does: 'opposes',
          attacks: 'fact',
          text: 'New measures of the Security Council need the vote of a state that they would be aimed at.',
          explanation:
            'Russia is a permanent member and may veto. What is left are measures by single states and by groups of them.',
          votes: 'noor44 mateusz33 ruth43 ha43 seoyeon32 lucja44 yusuf44',
        },
        {
          by: 'noor',
          ago: 2 * DAY,
          does: 'opposes',
          attacks: 'framing',
          text: '“Countries may need to brace” speaks of those who impose sanctions as if the weather did it.',
          cites: ['countries may need to brace for further sanctions and restrictions'],
          votes: 'noor43 lucja44 yusuf33 ha33 mateusz12 ruth22',
        },
        {
          by: 'ha',
          ago: DAY + 5 * HOUR,
          does: 'qualifies',
          text: 'Stricter for the go-betweens, hardly for the two. The effect should be measured where it can fall.',
          votes: 'noor43 mateusz33 ruth33 ha44 seoyeon33 lucja33 yusuf33',
        },
        {
          by: 'ana',
          ago: DAY,
          does: 'asks',
          text: 'Funded by whom? The industries that “see an uptick” are paid by the same states.',
        },
        {
          by: 'lucja',
          ago: DAY + 2 * HOUR,
          does: 'assumes',
          text: 'Sanctions are judged by what they stop, not by what they say.',
          votes: 'lucja44 noor33 yusuf33 mateusz33',
        },
      ],
    },
  ],
}
