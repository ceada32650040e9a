// The desk on the last section: does it say anything that could turn out wrong?

import { DAY, HOUR } from '@/prisma/seed/note'
import type { DemoDebate } from './debate'

export const DESK_FUTURE: DemoDebate = {
  group: 'east-asia-desk',
  section: 'A Cautious Future: Monitoring Developments',
  theses: [
    {
      by: 'ha',
      ago: 3 * DAY,
      text: 'The article ends without a forecast that could turn out to be wrong.',
      stances: {
        ha: ['agree', 'agree'],
        noor: ['agree', 'agree'],
        mateusz: ['agree', 'agree'],
        ruth: ['unsure', 'agree'],
        yusuf: ['disagree', 'disagree'],
        seoyeon: ['disagree', 'disagree'],
        lucja: ['disagree', 'unsure'],
      },
      claims: [
        {
          by: 'ha',
          ago: 3 * DAY - HOUR,
          does: 'supports',
          text: '“Warrants close monitoring” is true of everything at all times.',
          cites: ['several factors warrant close monitoring'],
          votes: 'noor44 mateusz43 ruth33 yusuf22 seoyeon22 lucja33 ha44',
          answers: [
            {
              by: 'yusuf',
              ago: 2 * DAY,
              does: 'opposes',
              attacks: 'inference',
              text: 'It says which: three things are named, and others are thereby left out.',
              cites: ['the efficacy of diplomatic responses'],
              votes: 'noor33 mateusz23 ruth33 yusuf44 seoyeon43 lucja43 ha23',
            },
          ],
        },
        {
          by: 'mateusz',
          ago: 2 * DAY,
          does: 'supports',
          text: 'No date, no number, no direction: the integration of troops could go either way and the sentence would stand.',
          cites: ['The integration of North Korean troops into Russian military operations'],
          votes: 'noor44 mateusz44 ruth43 yusuf33 seoyeon22 lucja33 ha44',
          forecast: {
            question:
              'Will the next text that the desk reads on this subject make one forecast with a date in it?',
            criteria:
              'Yes, if it names a thing that will or will not have happened by a day. The desk decides by a vote.',
            dueIn: 20,
            given: [
              { by: 'ha', ago: 40 * HOUR, percent: 20 },
              { by: 'noor', ago: 39 * HOUR, percent: 30 },
              { by: 'lucja', ago: 30 * HOUR, percent: 45 },
              { by: 'mateusz', ago: 20 * HOUR, percent: 15 },
            ],
          },
        },
        {
          by: 'seoyeon',
          ago: 2 * DAY + 2 * HOUR,
          does: 'opposes',
          attacks: 'framing',
          text: 'Caution is the honest end of a text on a matter that is days old.',
          cites: ['As the world watches this evolving situation'],
          votes: 'noor22 mateusz12 ruth33 yusuf44 seoyeon44 lucja33 ha22',
        },
        {
          by: 'yusuf',
          ago: DAY + 5 * HOUR,
          does: 'opposes',
          attacks: 'fact',
          text: 'One section earlier it did forecast: “will likely extend far beyond the battlefield” can be wrong.',
          cites: ['will likely extend far beyond the battlefield'],
          votes: 'noor23 mateusz22 ruth33 yusuf43 seoyeon43 lucja33 ha13',
          answers: [
            {
              by: 'ha',
              ago: DAY,
              does: 'opposes',
              attacks: 'inference',
              text: 'Far by whose measure? Without one, no outcome refutes it.',
              votes: 'noor43 mateusz44 ruth33 ha44 yusuf22',
            },
          ],
        },
        {
          by: 'ruth',
          ago: DAY,
          does: 'qualifies',
          text: 'It ends without a forecast; whether it should have one depends on what it was commissioned for.',
          votes: 'noor33 mateusz33 ruth43 yusuf33 seoyeon33 lucja43 ha33',
        },
        {
          by: 'noor',
          ago: 20 * HOUR,
          does: 'asks',
          text: 'Which single observation next month would make us rewrite the opening?',
        },
      ],
    },
  ],
}
