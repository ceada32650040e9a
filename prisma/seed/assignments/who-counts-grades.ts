// The grades of the closed assignment: eight released, one of them changed after a regrade request, and one in draft.

import { DAY, HOUR } from '../note'
import type { DemoGiving, DemoGrade } from './grading'

const RELEASED = 10 * DAY

export const WHO_COUNTS_GRADES: readonly DemoGrade[] = [
  ofInstructor('tuan', {
    ago: 11 * DAY + 6 * HOUR,
    levels: [4, 3, 0, 4],
    comment:
      'Two phrases for one number are two different claims: you saw it, and you asked the only thing that would settle it, how many the agency had seen. Hanna and Jonas answered you, and you left them standing. One sentence back to each is what I miss.',
  }),
  ofInstructor('hanna', {
    ago: 11 * DAY + 5 * HOUR,
    levels: [3, 3, 3, 3],
    comment:
      '“What would an exchange that is not cordial look like?” is a question I shall borrow. Your reply to Tuấn knows something that the rest of us do not, how an editor cuts a number. Say next time where you know it from: then we can check it.',
  }),
  ofInstructor('jonas', {
    ago: 11 * DAY + 4 * HOUR,
    levels: [4, 3, 3, 0],
    comment:
      'The sharpest sentence of the class: only what could turn out wrong says anything. It came four hours late, which by our rule touches your participation and not this grade. You tell the text what it lacks; you do not ask anybody anything yet.',
  }),
  ofInstructor('meiling', {
    ago: 11 * DAY + 3 * HOUR,
    levels: [4, 3, 4, 0],
    comment:
      'Grammar as evidence, quoted to the word, and then you let Priya move your note to the better sentence. That is what the fourth level of answering means. I would like one question from you that grammar cannot answer.',
  }),
  {
    student: 'sofia',
    by: 'ingrid',
    given: [
      {
        ago: 11 * DAY + 2 * HOUR,
        levels: [4, 2, 0, 3],
        comment:
          'A witness without a name: yes, and the comparison with a court carries. I gave three for the question, because the answer was “nobody” and it went no further.',
        releasedAgo: RELEASED,
      },
      {
        ago: 8 * DAY + 2 * HOUR,
        levels: [4, 2, 0, 4],
        comment:
          'A witness without a name: yes, and the comparison with a court carries. The question gets four now: that the text cannot settle it is what you showed, and the class stopped looking only after it had looked.',
        releasedAgo: 8 * DAY,
      },
    ],
    messages: [
      {
        by: 'sofia',
        ago: 9 * DAY,
        words:
          'You gave three for the question, because nobody in the room found an analyst. But the fourth level asks whether the class took it up, not whether it was answered, and Kofi’s reply is the class taking it up. I think the empty answer is the result of the question and not its failure.',
        requestSettledAgo: 8 * DAY,
      },
      {
        by: 'ingrid',
        ago: 8 * DAY - 5,
        words:
          'You are right, and by my own words: I had read “took up” as “answered”. It is four now, and the reason stands in the comment.',
      },
    ],
  },
  ofInstructor('leila', {
    ago: 11 * DAY + HOUR,
    levels: [4, 3, 0, 0],
    comment:
      'Forty words and an interpreter: you write from what you know, and it is the only number in this thread that somebody has stood beside. It needs a source all the same, since a reader cannot ask your experience anything. Somebody here disagrees with you: find them before the next one is due.',
  }),
  ofInstructor('priya', {
    ago: 11 * DAY,
    levels: [4, 4, 4, 2],
    comment:
      'Doctrine, payer, promise: you say what an alliance needs before you say that this is none, and you grant what makes it look like one. Mei-ling moved her note because of you. The question about the price lay beside yours and Amara picked it up; it could have been your own.',
  }),
  {
    ...ofInstructor('chidi', {
      ago: 10 * DAY + 20 * HOUR,
      levels: [4, 3, 0, 0],
      comment:
        'You keep one word, cut the other, and give the reason in the same breath. That is how it should look. But the instructions named two sections, and nobody was answered or asked. I would have liked to read you on the troops.',
    }),
    messages: [
      {
        by: 'chidi',
        ago: 26 * HOUR,
        words:
          'I have no quarrel with the zero for questions. But I did answer somebody: I said the thing about the last customer aloud in the second meeting, Priya disagreed, and I gave way on half of it. Does only what is written in the margin count as answering?',
        requestSettledAgo: null,
      },
      {
        by: 'kofi',
        ago: 20 * HOUR,
        words:
          'I was there and I remember it as you do. What the rubric means by answering is for Ingrid to say. Whatever she decides, put the half that you gave way on under your note: there others can read it.',
      },
    ],
  },
  {
    student: 'amara',
    by: 'ingrid',
    given: [
      {
        ago: 10 * DAY + 19 * HOUR,
        levels: [2, 3, 3, null],
        comment:
          'What is paid for twelve thousand people is the best thing that anybody asked on this page, and it stands in a reply. Let us talk before this goes out: was there a reason for no note of your own?',
        releasedAgo: null,
      },
    ],
  },
]

function ofInstructor(
  student: DemoGrade['student'],
  given: Omit<DemoGiving, 'releasedAgo'>,
): DemoGrade {
  return { student, by: 'ingrid', given: [{ ...given, releasedAgo: RELEASED }] }
}
