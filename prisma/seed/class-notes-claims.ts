// The seminar "Reading evidence" on the article: its task, and the notes up to the section on history.

import { DAY, type DemoNote, HOUR, passage } from './note'

export const CLASS_NOTES_CLAIMS: readonly DemoNote[] = [
  {
    by: 'ingrid',
    ago: 8 * DAY,
    kind: 'note',
    target: { on: 'reading' },
    tags: ['task'],
    body: '**For Thursday.** Four notes each. Find one sentence that *reports*, one that *infers* and one that *recommends*, and mark the place where the text slides from one into the next without telling you. Be as fair to the author as you would like your own first draft to be treated.',
    reactions: { '👍': ['priya', 'leila', 'kofi'], '😅': ['chidi'] },
    replies: [
      {
        by: 'chidi',
        ago: 7 * DAY + 20 * HOUR,
        body: 'Does a question count as a note?',
        replies: [
          {
            by: 'ingrid',
            ago: 7 * DAY + 18 * HOUR,
            body: 'A question counts like any other. A question that somebody can answer counts with me.',
            reactions: { '👍': ['chidi', 'leila'] },
          },
        ],
      },
      {
        by: 'kofi',
        ago: 20 * HOUR,
        body: 'One of you has two notes to go, and knows it. I sit in the library until six for anybody who would like to think aloud first.',
      },
    ],
  },
  {
    by: 'priya',
    ago: 6 * DAY + 2 * HOUR,
    kind: 'nuance',
    target: passage(
      'The recent revelation by South Korea’s spy agency regarding North Korea’s plans to send approximately 12,000 troops',
    ),
    tags: ['sources', 'reports'],
    body: 'I counted the steps: a plan, an agency that learned of it, a press that reported it, an author who read that, and us. Five steps, and the only hedge is “approximately”, which belongs to the number and not to the steps.',
    reactions: { '🎯': ['ingrid', 'kofi'], '👍': ['leila'] },
    replies: [
      {
        by: 'leila',
        ago: 6 * DAY,
        body: 'We have a proverb for this: «شنیدن کی بود مانند دیدن», hearing is never like seeing. Here we have heard it four times.',
        reactions: { '💛': ['priya', 'ingrid', 'chidi'] },
      },
    ],
  },
  {
    by: 'kofi',
    ago: 5 * DAY + 3 * HOUR,
    kind: 'note',
    target: passage('is alarming. This shift in military strategy could signify'),
    tags: ['infers'],
    body: 'Look at the full stop in the middle of my selection. Before it: “may be deployed”. After it: “this shift”. Between two sentences something that may happen has become something that has.',
    reactions: { '🎯': ['priya', 'ingrid', 'leila', 'chidi'] },
    replies: [
      {
        by: 'priya',
        ago: 4 * DAY + 22 * HOUR,
        body: 'I read that sentence three times and did not see it. Where did you learn to look there?',
        replies: [
          {
            by: 'kofi',
            ago: 4 * DAY + 21 * HOUR,
            body: 'From @[Ingrid Sørbø](person:ingrid): follow every “this” back to its noun.',
          },
        ],
      },
    ],
  },
  {
    by: 'kofi',
    ago: 4 * DAY + 2 * HOUR,
    kind: 'support',
    target: passage(
      'they also lack recent combat experience, which could lead to challenges in operational integration',
    ),
    tags: ['infers'],
    body: 'A model inference: a fact one could look up, a cautious “could”, a consequence that follows. If you look for a sentence to imitate, take this one.',
    reactions: { '👍': ['ingrid'] },
  },
  {
    by: 'leila',
    ago: 3 * DAY + 6 * HOUR,
    kind: 'question',
    target: passage('Military analysts posit that'),
    tags: ['sources', 'translation'],
    body: 'How would you translate “posit”? In Persian I have to choose between *they assume* and *they claim*, and the sentence changes sides with my choice. I think the English word was taken because it does not choose.',
    reactions: { '💡': ['ingrid', 'priya'] },
    replies: [
      {
        by: 'ingrid',
        ago: 3 * DAY + 4 * HOUR,
        body: 'Translators are the best readers of hedges, since they cannot skip them. Would you try both versions on the rest of the sentence and tell us which one survives “given the notorious language barrier”?',
        replies: [
          {
            by: 'leila',
            ago: 2 * DAY + 20 * HOUR,
            body: '*They assume* survives. One may assume something given a barrier; to claim it, one would have to have asked someone on the other side of the barrier.',
            reactions: { '👏': ['ingrid', 'kofi'] },
          },
        ],
      },
    ],
  },
  {
    by: 'chidi',
    ago: 2 * DAY + 3 * HOUR,
    kind: 'question',
    target: passage(
      'North Korean troops may be more inclined to guard positions rather than engage in frontline combat',
    ),
    tags: ['logic'],
    body: 'If they only guard positions, in what sense is this “a new front”, as the paragraph above says? Can both be true at once?',
    reactions: { '👍': ['priya', 'leila', 'kofi'] },
    replies: [
      {
        by: 'priya',
        ago: 2 * DAY + 1 * HOUR,
        body: 'Both can, if the first speaks of the long run and the second of now: it says “immediately”. But the text never tells us that it has changed the clock.',
      },
      {
        by: 'kofi',
        ago: 90,
        body: 'This is the question I would bring to Thursday, @[Chidi Okonkwo](person:chidi). Try to answer it once *for* the author before you answer it against.',
      },
    ],
  },
  {
    by: 'leila',
    ago: 4 * DAY + 7 * HOUR,
    kind: 'nuance',
    visibility: 'public',
    target: passage('This military pact between North Korea and Russia'),
    tags: ['wording', 'translation'],
    body: 'Support, alliance, pact, union, partnership. Five nouns for one thing, each with another degree of commitment, and no event between them that would explain the change. A translator would have to ask the author which one is meant.',
    reactions: { '🎯': ['ingrid', 'priya', 'kofi'] },
  },
  {
    by: 'priya',
    ago: 3 * DAY + 1 * HOUR,
    kind: 'oppose',
    target: passage('relations between North Korea and Russia have fluctuated'),
    tags: ['history', 'reports'],
    body: '“Fluctuated” is what one writes before looking up the dates. A treaty in 1961 (still with the Soviet Union), its end in 1996, a new one in June 2024: that is not fluctuation, that is two decisions and a pause.',
    reactions: { '👍': ['kofi'] },
    replies: [
      {
        by: 'ingrid',
        ago: 2 * DAY + 23 * HOUR,
        body: 'Good, and now be generous: which single word would you have used, with no room for dates?',
        replies: [
          {
            by: 'priya',
            ago: 2 * DAY + 21 * HOUR,
            body: '“Lapsed”. And then “resumed”. All right, two words.',
            reactions: { '😄': ['ingrid', 'leila'] },
          },
        ],
      },
    ],
  },
  {
    by: 'priya',
    ago: 30 * HOUR,
    kind: 'support',
    target: passage('a union born out of mutual necessity'),
    tags: ['infers'],
    body: 'This is the author at his or her best: a reason and not only an adjective. I would move it to the opening.',
  },
]
