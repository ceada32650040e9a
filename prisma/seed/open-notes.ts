// The Open room on the article: shorter notes, from people who read as citizens. Unless said otherwise, everyone sees them.

import { DAY, type DemoNote, HOUR, passage } from './note'

export const OPEN_NOTES: readonly DemoNote[] = [
  {
    by: 'chidi',
    ago: 4 * DAY + 3 * HOUR,
    kind: 'question',
    target: passage('approximately 12,000 troops to support Russia'),
    tags: ['numbers'],
    body: 'Is that many? The text gives the size of nothing else, neither of the armies that are there nor of the line they hold. Without a second number I can only be alarmed in general.',
    reactions: { '👍': ['priya', 'danylo', 'yusuf'] },
    replies: [
      {
        by: 'danylo',
        ago: 4 * DAY,
        body: 'Measured against a whole front: not many. Measured against one place on one morning: very many. The number needs a map more than it needs another number.',
        reactions: { '💡': ['chidi', 'ha'] },
      },
    ],
  },
  {
    by: 'leila',
    ago: 3 * DAY + 12 * HOUR,
    kind: 'highlight',
    target: passage('the evolving dynamics of global conflict'),
  },
  {
    by: 'danylo',
    ago: 3 * DAY + 4 * HOUR,
    kind: 'nuance',
    target: passage('complicating the situation for Ukraine and its allies'),
    tags: ['wording'],
    body: 'Читаю це в Харкові. I read this in Kharkiv, where “complicating the situation” is a very small phrase. I do not ask the author to shout. I ask for one sentence about what it would mean for the people under the line on the map.',
    reactions: { '💛': ['priya', 'leila', 'ana', 'ingrid', 'kofi'] },
    replies: [
      {
        by: 'ingrid',
        ago: 3 * DAY,
        body: 'Thank you. It made me see that the article has states, alliances, industries and experts in it, and not one person without an office.',
        reactions: { '👍': ['danylo', 'chidi'] },
      },
    ],
  },
  {
    by: 'ingrid',
    ago: 2 * DAY + 8 * HOUR,
    kind: 'question',
    target: passage(
      'effective communication and coordination on the battlefield could present significant hurdles',
    ),
    tags: ['wording'],
    body: 'Read literally, it is the *effective* communication that presents the hurdles. Surely its absence was meant?',
    reactions: { '😄': ['leila', 'tomas'] },
    replies: [
      {
        by: 'leila',
        ago: 2 * DAY + 6 * HOUR,
        body: 'A machine would have translated it literally, and nobody would have noticed. I did not either, until now.',
      },
    ],
  },
  {
    by: 'yusuf',
    ago: 3 * DAY + 8 * HOUR,
    kind: 'note',
    target: passage('This military pact between North Korea and Russia marks a critical juncture'),
    tags: ['treaty'],
    body: 'For readers who want the thing itself: it is the Treaty on Comprehensive Strategic Partnership, signed in Pyongyang in June 2024. Assistance in case of armed attack is its article 4. One article is military, the title is not; “pact” blurs that.',
    reactions: { '👍': ['danylo', 'priya', 'chidi'] },
  },
  {
    by: 'priya',
    ago: 2 * DAY + 4 * HOUR,
    kind: 'support',
    target: passage('Such diplomatic gestures underscore a desire to solidify this alliance'),
    tags: ['history'],
    body: 'Here I like the modesty: gestures show a *desire*, not an alliance. Elsewhere the text forgets the difference that it makes so neatly in this line.',
    replies: [
      {
        by: 'yusuf',
        ago: 26 * HOUR,
        body: 'Fair. I had marked the same sentence to oppose it, and you have talked me out of it.',
        reactions: { '🤝': ['priya'] },
      },
    ],
  },
  {
    by: 'kofi',
    ago: 45 * HOUR,
    kind: 'oppose',
    target: passage('stronger cyber defenses, intelligence-sharing operations'),
    tags: ['logic'],
    body: 'Cyber enters here for the first and last time. Nothing before it was about networks. It looks like a list from another article.',
    replies: [
      {
        by: 'ha',
        ago: 22 * HOUR,
        body: 'Perhaps not so far off: a state under sanctions earns where it can, and networks are one such place. But then the text should say so, and the section on economics would have been the right room for it.',
        reactions: { '👍': ['kofi'] },
      },
    ],
  },
  {
    by: 'ana',
    ago: 28 * HOUR,
    kind: 'question',
    target: passage(
      'Industries tied to defense, security, and intelligence may see an uptick in funding and focus, creating new opportunities',
    ),
    tags: ['economy'],
    body: 'Opportunities for whom? A paragraph about budgets should name the one that shrinks. *Quem paga a conta?*',
    reactions: { '🎯': ['danylo', 'tomas', 'kofi'] },
    replies: [
      {
        by: 'tomas',
        ago: 8 * HOUR,
        body: 'I work for a city. When one line rises, the library’s line is the one they show me next. I would have liked to see it in the sentence.',
        reactions: { '💛': ['ana', 'leila'] },
      },
    ],
  },
  {
    by: 'ha',
    ago: 2 * DAY + 9 * HOUR,
    kind: 'nuance',
    target: passage('could redefine global security protocols'),
    tags: ['forecast'],
    body: '“Could redefine” is a forecast without a date, so it can wait for ever. Ask of every “could”: by when, and who would notice first?',
    reactions: { '💡': ['chidi', 'priya'] },
  },
  {
    by: 'ruth',
    ago: 2 * DAY + 1 * HOUR,
    kind: 'support',
    target: passage('must navigate this path with caution'),
    body: 'After so much alarm the text ends on caution, and I think it is right to. I only wish it had taken its own advice in the first line.',
    reactions: { '👍': ['ingrid', 'yusuf'] },
  },
  {
    by: 'danylo',
    ago: 47 * HOUR,
    kind: 'oppose',
    target: passage('achieving peace and stability in both the region and the world as a whole'),
    tags: ['wording'],
    body: 'Two words are tied together here as if they always came together. There is a peace without stability, and, as people in many places know, a stability without peace. Which would the author take first?',
    reactions: { '👏': ['ingrid', 'priya', 'ruth', 'leila'] },
    replies: [
      {
        by: 'priya',
        ago: 44 * HOUR,
        body: 'Tacitus has somebody say it of Rome: they make a desert and call it peace. The sentence is nearly two thousand years old and still has not been answered.',
        reactions: { '👍': ['danylo', 'kofi'] },
      },
      {
        by: 'chidi',
        ago: 6 * HOUR,
        body: 'I think the author would take stability first, because of the next clause: “global order remains intact”. It is in the text if one reads on.',
        reactions: { '🎯': ['priya'] },
      },
    ],
  },
  {
    by: 'priya',
    ago: 25 * HOUR,
    kind: 'note',
    visibility: 'private',
    target: passage(
      'a complex security landscape that involves military, economic, and diplomatic',
    ),
    body: 'Use as the example of a sentence that agrees with everybody.',
  },
]

export const LIBERTY_NOTES: readonly DemoNote[] = [
  {
    by: 'tomas',
    ago: 12 * DAY,
    kind: 'support',
    target: passage('those who dissent from the opinion, still more than those who hold it'),
    body: 'Why this text hangs in the Open room. The one who is robbed most by a deleted note is whoever would have disagreed with it.',
    reactions: { '👍': ['danylo', 'ingrid', 'ruth'] },
  },
  {
    by: 'leila',
    ago: 7 * DAY,
    kind: 'question',
    target: passage('All silencing of discussion is an assumption of infallibility'),
    tags: ['logic'],
    body: 'All? I may stop a discussion because the guests are tired, and assume nothing but that they are tired.',
    reactions: { '😄': ['priya', 'danylo', 'kofi'] },
    replies: [
      {
        by: 'ingrid',
        ago: 6 * DAY + 20 * HOUR,
        body: 'You adjourn it. To silence it, you would have to forbid the guests to go on without you. Still, “all” is a brave word, and you have found where it is thin.',
        reactions: { '👏': ['leila'] },
      },
    ],
  },
  {
    by: 'kofi',
    ago: 5 * DAY,
    kind: 'nuance',
    target: passage(
      'it is only by the collision of adverse opinions, that the remainder of the truth has any chance of being supplied',
    ),
    body: 'Only by *collision*? In the seminar, half of what I learn comes when two people agree and discover that they meant different things.',
    replies: [
      {
        by: 'danylo',
        ago: 5 * HOUR,
        body: 'Then they collided after all, only politely. I think that is what margins are for.',
        reactions: { '💛': ['kofi', 'leila'] },
      },
    ],
  },
  {
    by: 'priya',
    ago: 4 * DAY + 9 * HOUR,
    kind: 'highlight',
    target: passage('held in the manner of a prejudice'),
  },
]
