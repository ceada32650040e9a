// The seminar on the second half of the article: who recommends what to whom, and on what grounds.

import { DAY, type DemoNote, HOUR, passage } from './note'

export const CLASS_NOTES_ADVICE: readonly DemoNote[] = [
  {
    by: 'chidi',
    ago: 26 * HOUR,
    kind: 'oppose',
    target: passage(
      'The call for a collective response from the international community underscores the potential for escalating tensions',
    ),
    tags: ['infers', 'logic'],
    body: 'A call for a response shows that somebody is worried. It does not show that tensions will rise. “Underscores” carries the second out of the first like a coat under another coat.',
    reactions: { '👏': ['ingrid', 'leila'], '🎯': ['priya'] },
    replies: [
      {
        by: 'kofi',
        ago: 24 * HOUR,
        body: 'Against you, since somebody should be: a public call can itself raise tensions, so it is more than a symptom. Is there a reading in which “underscores” is fair?',
        replies: [
          {
            by: 'chidi',
            ago: 23 * HOUR,
            body: 'Yes, if it said “adds to”. Then it would be a claim about the call, and I would believe it.',
            reactions: { '👍': ['kofi', 'ingrid'] },
          },
        ],
      },
      {
        by: 'ingrid',
        ago: 35,
        body: 'This is the slide I asked for: from report to inference in one verb. Keep the coat in your paper.',
      },
    ],
  },
  {
    by: 'leila',
    ago: 2 * DAY + 5 * HOUR,
    kind: 'note',
    target: passage('across North East Asia'),
    tags: ['wording'],
    body: 'One section earlier it was spelled “Northeast Asia”. Small, but it tells me the paragraphs were written apart and joined later. That might explain why the nouns do not match either.',
    reactions: { '🔍': ['kofi', 'priya'] },
  },
  {
    by: 'ingrid',
    ago: 4 * DAY + 6 * HOUR,
    kind: 'question',
    target: passage('The situation demands a strategic response'),
    tags: ['recommends'],
    body: 'Who is speaking? A situation cannot demand. Find the person who does, and put a name where “situation” stands.',
    replies: [
      {
        by: 'leila',
        ago: 4 * DAY + 2 * HOUR,
        body: 'I tried. “Seoul demands” is false, since others are meant. “I demand” is true, and suddenly it sounds like a very different article.',
        reactions: { '👏': ['ingrid', 'priya', 'kofi'] },
      },
      {
        by: 'chidi',
        ago: 3 * DAY + 22 * HOUR,
        body: '“The author thinks that allies should”. It is shorter than I feared.',
        reactions: { '👍': ['ingrid'] },
      },
    ],
  },
  {
    by: 'kofi',
    ago: 3 * DAY + 2 * HOUR,
    kind: 'oppose',
    target: passage(
      'a strategic response involving sanctions, increased military aid to Ukraine, and diplomatic efforts to isolate North Korea further',
    ),
    tags: ['recommends'],
    body: 'A list is not yet a strategy. What comes first, what does it cost, and what do we stop doing to pay for it? Any one of the three answers would turn this into advice.',
    reactions: { '👍': ['priya'] },
    replies: [
      {
        by: 'priya',
        ago: 3 * DAY,
        body: 'I would defend the list: in a short piece one may name the instruments and leave the order to those who decide. But then “demands” is too strong a verb for it.',
        reactions: { '🤝': ['kofi'] },
      },
    ],
  },
  {
    by: 'leila',
    ago: 3 * DAY + 9 * HOUR,
    kind: 'highlight',
    target: passage('Countries like the United States, Japan, and members of NATO'),
  },
  {
    by: 'ingrid',
    ago: 5 * DAY + 1 * HOUR,
    kind: 'question',
    target: {
      on: 'section',
      title: 'The Socioeconomic Impact: Sanctions and Diplomatic Fallout',
    },
    tags: ['missing'],
    body: 'The heading promises *socioeconomic*. Can anybody find a household, a wage, a price or a worker in these two paragraphs?',
    replies: [
      {
        by: 'chidi',
        ago: 4 * DAY + 20 * HOUR,
        body: 'I found “industries”. And “opportunities”. Nobody seems to live there.',
        reactions: { '😄': ['ingrid', 'leila', 'priya', 'kofi'] },
      },
      {
        by: 'priya',
        ago: 4 * DAY + 18 * HOUR,
        body: 'In fairness, sanctions *are* economic. It is the first half of the word that went missing.',
      },
    ],
  },
  {
    by: 'priya',
    ago: 29 * HOUR,
    kind: 'question',
    target: passage('a ripple effect could emerge'),
    tags: ['wording', 'logic'],
    body: 'A ripple needs a stone. Who throws it, and why do the ripples *enable* anything? I suspect two metaphors have been left alone in one sentence.',
    reactions: { '😄': ['leila', 'kofi'] },
    replies: [
      {
        by: 'leila',
        ago: 4 * HOUR,
        body: 'The stone is “as nations react”. But then the reaction causes the sanctions, and sanctions are the reaction. It is a ripple in a circle.',
      },
    ],
  },
  {
    by: 'chidi',
    ago: 10 * HOUR,
    kind: 'note',
    visibility: 'private',
    target: passage('creating new opportunities as nations prepare'),
    body: 'Note three? It reads like a brochure in the middle of a war. Find a kinder way to say that. Opportunities **for whom**?',
  },
  {
    by: 'leila',
    ago: 31 * HOUR,
    kind: 'question',
    target: passage('several factors warrant close monitoring'),
    tags: ['recommends'],
    body: 'By whom, and until when? I cannot tell whether this is advice to a government or to me. If it is to me, I have begun.',
    reactions: { '💛': ['ingrid', 'priya'] },
  },
  {
    by: 'ingrid',
    ago: 2 * DAY + 2 * HOUR,
    kind: 'note',
    visibility: 'private',
    target: passage(
      'balancing the immediate need for strategic responses with the long-term goal of achieving peace and stability',
    ),
    body: 'Ask Chidi to read this aloud on Thursday. He will hear the seesaw, and that neither end of it touches the ground.',
  },
  {
    by: 'kofi',
    ago: 2 * DAY,
    kind: 'nuance',
    target: passage(
      'The implications of this alliance may unfold in unexpected ways, making proactive measures essential',
    ),
    tags: ['logic', 'recommends'],
    body: 'If the ways are unexpected, what would the measures be proactive *about*? “Flexible” would follow from the first half. “Proactive” does not.',
    reactions: { '🎯': ['ingrid', 'chidi'] },
  },
]
