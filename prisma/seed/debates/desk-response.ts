// The desk on the third section: does it follow that allies must do all three things at once?

import { DAY, HOUR } from '@/prisma/seed/note'
import type { DemoDebate } from './debate'

export const DESK_RESPONSE: DemoDebate = {
  group: 'east-asia-desk',
  section: 'Global Response: Urgency Among Allies',
  theses: [
    {
      by: 'ruth',
      ago: 4 * DAY,
      text: 'The situation demands sanctions, more military aid and isolation, all three together.',
      explanation: 'In the article’s own words: “The situation demands a strategic response”.',
      stances: {
        ruth: ['unsure', 'unsure'],
        noor: ['disagree', 'disagree'],
        mateusz: ['agree', 'agree'],
        seoyeon: ['agree', 'agree'],
        lucja: ['disagree', 'disagree'],
        yusuf: ['unsure', 'disagree'],
        ha: ['agree', 'agree'],
        ana: ['unsure', 'unsure'],
      },
      forecast: {
        question:
          'Will two of the three, the United States, Japan or a European member of NATO, announce new sanctions that name the deployment within ninety days?',
        criteria:
          'Yes, if two of them publish measures whose text names North Korean troops. Announced is enough, in force is not needed.',
        dueIn: 80,
        given: [
          { by: 'ha', ago: 3 * DAY, percent: 70 },
          { by: 'lucja', ago: 3 * DAY - HOUR, percent: 80 },
          { by: 'noor', ago: 2 * DAY, percent: 60 },
          { by: 'mateusz', ago: 40 * HOUR, percent: 75 },
          { by: 'yusuf', ago: 30 * HOUR, percent: 65 },
          { by: 'ha', ago: 20 * HOUR, percent: 78 },
        ],
      },
      claims: [
        {
          by: 'mateusz',
          ago: 3 * DAY,
          does: 'supports',
          text: 'If troops arrive and nothing follows, the next state will draw its conclusion.',
          cites: ['deter any aggression stemming from the revitalized North Korea-Russia alliance'],
          votes: 'ruth22 noor22 mateusz44 seoyeon43 lucja12 yusuf12 ha33',
          answers: [
            {
              by: 'lucja',
              ago: 3 * DAY - 6 * HOUR,
              does: 'opposes',
              attacks: 'inference',
              text: '“Something must follow” does not choose these three things.',
              votes: 'ruth43 noor44 mateusz22 seoyeon22 lucja44 yusuf43 ha33 ana43',
            },
          ],
        },
        {
          by: 'seoyeon',
          ago: 2 * DAY + 8 * HOUR,
          does: 'supports',
          text: 'Seoul met at once, and a response by one capital alone would be weaker.',
          cites: ['South Korea’s urgent security meeting'],
          votes: 'ruth33 noor32 mateusz33 seoyeon43 ha32',
        },
        {
          by: 'noor',
          ago: 3 * DAY + 2 * HOUR,
          does: 'opposes',
          attacks: 'framing',
          text: 'A text that was announced as an analysis turns into advice here, in the middle of a paragraph, and does not say so.',
          cites: ['The situation demands a strategic response'],
          votes: 'ruth43 noor44 mateusz23 seoyeon22 lucja44 yusuf43 ha33 ana44',
          replies: [
            {
              by: 'ana',
              ago: 2 * DAY,
              body: '“Demands” is the only verb in the section without a “may”. It is also the only sentence without a source.',
            },
          ],
        },
        {
          by: 'yusuf',
          ago: 2 * DAY,
          does: 'opposes',
          attacks: 'inference',
          text: 'Isolation and sanctions pull against each other: who is wholly isolated has nothing left to lose by a sanction.',
          cites: ['diplomatic efforts to isolate North Korea further'],
          votes: 'ruth23 noor33 mateusz12 seoyeon22 lucja33 yusuf43 ha22',
          answers: [
            {
              by: 'ha',
              ago: 40 * HOUR,
              does: 'opposes',
              attacks: 'fact',
              text: 'It is Russia and the go-betweens that such sanctions reach, and they have much to lose.',
              votes: 'noor33 mateusz43 lucja43 yusuf23 ha43',
            },
          ],
        },
        {
          by: 'lucja',
          ago: DAY + 4 * HOUR,
          does: 'opposes',
          attacks: 'forecast',
          text: 'Aid to Ukraine answers the battlefield. It does not touch “North Korean military influence”, against which it is offered.',
          cites: ['countering any potential expansion of North Korean military influence'],
          votes: 'noor33 lucja43 yusuf33 mateusz12',
        },
        {
          by: 'ha',
          ago: 2 * DAY,
          does: 'qualifies',
          text: 'In order, not together: share what is known first, since two of the three rest on it.',
          cites: ['intelligence-sharing operations'],
          votes: 'ruth33 noor43 mateusz33 seoyeon33 lucja33 yusuf33 ha44 ana43',
        },
        {
          by: 'ana',
          ago: DAY,
          does: 'asks',
          text: 'Likely by whose estimate? “Allied nations are likely to reassess” has no number and no author.',
          answers: [],
        },
        {
          by: 'ruth',
          ago: DAY + 2 * HOUR,
          does: 'assumes',
          text: 'The allies named want the same thing.',
          votes: 'noor12 lucja13 ruth23',
        },
      ],
    },
  ],
}
