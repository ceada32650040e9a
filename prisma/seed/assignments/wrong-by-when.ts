// The running assignment of the seminar: what would prove the conclusion wrong, and by when? Half of the class is through writing first.

import { DAY, HOUR, passage } from '../note'
import type { DemoAssignment } from './assignment'

export const WRONG_BY_WHEN: DemoAssignment = {
  title: 'What would prove it wrong, and by when?',
  instructions:
    'Two notes of your own in a section, then you read the others of your circle there. A conclusion that no event could contradict is a mood. Find the sentences that could fail, and give each the day on which you would check.',
  prompts: {
    'Global Response: Urgency Among Allies':
      'Find one “may” and one “demands”. What licenses the step between them?',
    'The Socioeconomic Impact: Sanctions and Diplomatic Fallout':
      'Who gains by what is said here, and is it said?',
    'A Cautious Future: Monitoring Developments':
      'Name one development that would prove the conclusion wrong, and give it a date.',
  },
  requiredKinds: ['question', 'claim-with-source', 'answer'],
  notesFirst: 2,
  classAgo: -DAY,
  madeAgo: 5 * DAY,
  publishedAgo: 4 * DAY,
  dueAgo: -2 * DAY,
  closedAgo: null,
  done: { meiling: 20 * HOUR },
  extensions: { jonas: -5 * DAY },
  grades: [],
  notes: [
    {
      by: 'meiling',
      ago: 3 * DAY + 6 * HOUR,
      kind: 'question',
      target: passage('The situation demands a strategic response'),
      body: 'Situations do not demand; people do, on somebody’s behalf. Every sentence before this one says *may* or *likely*. Who has decided meanwhile, and where is that decision argued?',
      reactions: { '🙋': ['hanna', 'tuan', 'leila'] },
      replies: [
        {
          by: 'tuan',
          ago: 2 * DAY + 4 * HOUR,
          body: 'I looked for the premise and found only the headline of the section: urgency. It is assumed in the title and then served as the conclusion.',
          reactions: { '👍': ['meiling', 'hanna'] },
        },
      ],
    },
    {
      by: 'meiling',
      ago: 3 * DAY + 5 * HOUR,
      kind: 'note',
      target: passage('Countries like the United States, Japan, and members of NATO'),
      body: '“Countries like” makes a list that nobody can leave and nobody has joined. South Korea, with whose agency all of this begins, is not in it. I read the sentence three times to be sure.',
      reactions: { '🎯': ['ingrid', 'tuan'] },
    },
    {
      by: 'tuan',
      ago: 2 * DAY + 8 * HOUR,
      kind: 'oppose',
      target: passage('Allied nations are likely to reassess their strategies'),
      body: 'Likely compared with what? Ministries reassess every quarter, so the base rate is close to one. A forecast that comes true whatever happens scores nothing; I would ask for the strategy and the month.',
      reactions: { '👍': ['hanna', 'kofi'] },
      replies: [
        {
          by: 'hanna',
          ago: DAY + 6 * HOUR,
          body: 'Then let us say it for them: by the end of the quarter at least one of the named countries announces aid that it had refused before. I would bet a coffee against it.',
          reactions: { '☕': ['tuan', 'meiling'] },
        },
      ],
    },
    {
      by: 'tuan',
      ago: 2 * DAY + 7 * HOUR,
      kind: 'question',
      target: passage('enhanced military readiness to deter any aggression'),
      body: 'How would one see that it has deterred? If nothing happens, readiness worked; if something happens, there was too little of it. Is there an outcome that would count against it?',
      reactions: { '🙋': ['meiling'] },
    },
    {
      by: 'hanna',
      ago: 2 * DAY + 2 * HOUR,
      kind: 'note',
      target: passage('South Korea’s urgent security meeting highlights'),
      body: 'A meeting is an event, and it was reported. What it *highlights* is the author’s. I would print the first half and send the second half back with a question mark.',
      reactions: { '👍': ['meiling', 'leila'] },
    },
    {
      by: 'hanna',
      ago: 2 * DAY,
      kind: 'nuance',
      target: passage('increased military aid to Ukraine, and diplomatic efforts to isolate'),
      body: 'Three measures in one breath, and they pull against each other: the more isolated a seller is, the more he needs his last customer. The second section said so itself. Here it is forgotten.',
      reactions: { '🎯': ['ingrid', 'tuan', 'meiling'] },
    },
    {
      by: 'leila',
      ago: DAY + 9 * HOUR,
      kind: 'question',
      target: passage('underscores the potential for escalating tensions'),
      body: 'A call that underscores a potential for a tension: I count four steps between me and anything that happened. Could somebody write this sentence with a subject who acts?',
      reactions: { '🙋': ['meiling', 'hanna'], '😄': ['tuan'] },
    },
    {
      by: 'priya',
      ago: 2 * DAY + 10 * HOUR,
      kind: 'oppose',
      target: passage('enabling the imposition of stricter sanctions against both nations'),
      body: 'A ripple does not impose; a council does, and one of the two nations has a veto in it. Without that sentence the paragraph describes a world in which voting is weather.',
      reactions: { '🎯': ['ingrid', 'sofia'], '👍': ['amara'] },
    },
    {
      by: 'priya',
      ago: 2 * DAY + 9 * HOUR,
      kind: 'question',
      target: passage('will likely extend far beyond the battlefield'),
      body: 'Beyond in which direction? The next sentence speaks of sanctions, the one after of dialogues. What would we have to see, say by March, to agree that the effect was economic at all?',
      reactions: { '🙋': ['sofia', 'amara'] },
      replies: [
        {
          by: 'amara',
          ago: DAY + 4 * HOUR,
          body: 'Freight rates at Vladivostok and Rajin would move first. They are published every week, so by March we would know.',
          reactions: { '🎯': ['priya', 'ingrid'] },
        },
      ],
    },
    {
      by: 'amara',
      ago: DAY + 20 * HOUR,
      kind: 'note',
      target: passage('Industries tied to defense, security, and intelligence'),
      body: 'Here somebody gains, in the only sentence of the article with money in it, and it is called an opportunity. Compare [the cost of sanctions on grain](https://example.org/grain), which has no sentence.',
      reactions: { '👍': ['priya', 'sofia'] },
    },
    {
      by: 'amara',
      ago: DAY + 19 * HOUR,
      kind: 'oppose',
      target: passage('may see an uptick in funding and focus'),
      body: 'Funding rose before any of this was reported, by the budgets of two years ago. What comes before its cause is not its effect. I would ask the author for the year in which the line bends.',
      reactions: { '🎯': ['kofi'] },
    },
    {
      by: 'sofia',
      ago: DAY + 12 * HOUR,
      kind: 'note',
      target: passage('countries may need to brace for further sanctions'),
      body: 'The sanctioned brace, and so do those who sanction? The sentence lets one subject do both. Law would want to know who is bound, by what, and since when.',
      reactions: { '👍': ['priya'] },
    },
    {
      by: 'sofia',
      ago: DAY + 11 * HOUR,
      kind: 'question',
      target: passage('dialogues around military readiness and defense strategies worldwide'),
      body: 'Does a dialogue that has been “spurred” differ from one that was on the calendar? If the annual conference counts, the prediction came true before it was made.',
      reactions: { '🙋': ['amara'] },
    },
    {
      by: 'chidi',
      ago: DAY + 2 * HOUR,
      kind: 'note',
      target: passage('As the world watches this evolving situation'),
      body: 'The world is a generous word for the people who read this kind of article. I would like to know who is *not* watching, because that would be news.',
      reactions: { '😄': ['kofi'] },
    },
    {
      by: 'jonas',
      ago: 9 * HOUR,
      kind: 'highlight',
      target: passage('necessitating a recalibration of current military strategies'),
    },
  ],
}
