// The East Asia desk on the whole text, its opening, and the section on troops.

import { DAY, type DemoNote, HOUR, passage } from './note'

export const DESK_NOTES_TROOPS: readonly DemoNote[] = [
  {
    by: 'ruth',
    ago: 9 * DAY,
    kind: 'note',
    target: { on: 'reading' },
    tags: ['method'],
    body: '**How we read this one.** We argue with what the author could know in the week it was written, in the autumn of 2024. Hindsight is welcome in replies, marked as hindsight. Dispute the sentence, not the author, and quote the words you mean.',
    reactions: { '👍': ['noor', 'ha', 'ana', 'seoyeon'] },
    replies: [
      {
        by: 'noor',
        ago: 9 * DAY - 2 * HOUR,
        body: 'Agreed, and one thing more: before you oppose a sentence, say what would make it true. It is quicker than it sounds.',
        reactions: { '👍': ['mateusz', 'lucja'], '💡': ['ruth'] },
      },
    ],
  },
  {
    by: 'noor',
    ago: 6 * DAY + 3 * HOUR,
    kind: 'question',
    target: { on: 'reading' },
    tags: ['missing', 'china'],
    body: 'Why is China in none of these paragraphs? A text about Northeast Asia that never names it has decided something, and I should like to be told what.',
    replies: [
      {
        by: 'yusuf',
        ago: 6 * DAY,
        body: 'Perhaps the author holds Beijing constant: it neither joins the exchange nor stops it. That would be a respectable assumption. It needs its sentence.',
        reactions: { '👍': ['ana', 'noor'] },
        replies: [
          {
            by: 'seoyeon',
            ago: 5 * DAY + 20 * HOUR,
            body: 'Or it is written from the meeting room in Seoul outwards, and nobody in that room could speak for Beijing. Then the silence is not an assumption but a vantage point, and the text should name that instead.',
            reactions: { '💡': ['ruth', 'yusuf'] },
          },
        ],
      },
      {
        by: 'ana',
        ago: 5 * HOUR,
        body: 'I went through it once more with only this question. “Global”, “international community” and “the world as a whole” do the work that a name would do. Three large words where one proper noun would be falsifiable.',
      },
    ],
  },
  {
    by: 'ha',
    ago: 4 * DAY + 5 * HOUR,
    kind: 'nuance',
    target: passage('The recent revelation by South Korea’s spy agency'),
    tags: ['wording', 'sources'],
    body: '“Revelation” grants the fact before the argument begins. An agency *assesses*; whether something was revealed is for the reader to decide at the end. “Assessment” costs nothing and keeps the door open.',
    replies: [
      {
        by: 'mateusz',
        ago: 4 * DAY,
        body: 'Seconded. And “recent” will not survive the year. A date would.',
      },
    ],
  },
  {
    by: 'seoyeon',
    ago: 4 * DAY + 2 * HOUR,
    kind: 'note',
    target: passage('South Korea’s spy agency'),
    tags: ['sources'],
    body: 'It has a name: 국가정보원, the National Intelligence Service. “Spy agency” is a headline’s word, and it hides the useful part: the service briefs a committee of parliament, where it can be asked questions and corrected.',
    reactions: { '👍': ['ruth', 'ha'] },
  },
  {
    by: 'noor',
    ago: 2 * DAY + 6 * HOUR,
    kind: 'question',
    target: passage('plans to send approximately 12,000 troops'),
    tags: ['numbers'],
    body: 'Is 12,000 a count or a ceiling? Here it is “plans to send approximately”; by the next section it is “potentially numbering up to”. Those are two claims, and only one of them can be wrong.',
    reactions: { '🎯': ['ana', 'mateusz', 'ha'] },
    replies: [
      {
        by: 'seoyeon',
        ago: 2 * DAY + 4 * HOUR,
        body: 'As first reported from Seoul it was neither, but two numbers: about 1,500 already moved, and a plan for up to some 12,000. The text kept the larger one, which is the plan, and dropped the smaller one, which is the observation.',
        replies: [
          {
            by: 'noor',
            ago: 2 * DAY + 3 * HOUR,
            body: 'That is the whole note in one line. A plan and an observation are different *kinds* of evidence, and the reader was given only the kind that nobody can photograph.',
          },
        ],
      },
      {
        by: 'ana',
        ago: 30 * HOUR,
        body: 'Then my proposal for the owner’s next revision: “of whom some 1,500 are said to have arrived”. Our notes on this passage will need re-anchoring, gladly.',
      },
      {
        by: 'ha',
        ago: 2 * HOUR,
        body: 'A ceiling also invites a bet. I would rather be asked “how many by the end of January?” than “is it 12,000?”.',
      },
    ],
  },
  {
    by: 'lucja',
    ago: 3 * DAY + 7 * HOUR,
    kind: 'highlight',
    target: {
      on: 'passage',
      exact: 'the international community',
      prefix: 'has raised significant alarms within ',
    },
  },
  {
    by: 'yusuf',
    ago: 2 * DAY + 1 * HOUR,
    kind: 'oppose',
    target: passage(
      'poses a grave security threat, as articulated by South Korean President Yoon Suk Yeol',
    ),
    tags: ['attribution'],
    body: 'Grave for whom? The phrase is Seoul’s, about Seoul. One clause later it belongs to “global powers”, with no step in between.',
    replies: [
      {
        by: 'seoyeon',
        ago: 2 * DAY,
        body: 'To be fair to it: the sentence does attribute. “As articulated by” is exactly the step you miss. It is the *next* clause, “how global powers must respond”, that walks off with the claim.',
        replies: [
          {
            by: 'yusuf',
            ago: 47 * HOUR,
            body: 'Accepted. I aimed one clause too early. My objection moves to “must”.',
            reactions: { '🤝': ['seoyeon', 'ruth', 'noor'] },
          },
        ],
      },
    ],
  },
  {
    by: 'ana',
    ago: 3 * DAY + 1 * HOUR,
    kind: 'note',
    visibility: 'private',
    target: passage(
      'it is essential to analyze not only the military aspects but also the geopolitical landscape',
    ),
    body: 'Comparar com a nossa nota da primavera: a mesma ordem dos temas, e outra vez sem a China. Bring the table to Thursday’s meeting.',
  },
  {
    by: 'noor',
    ago: 3 * DAY + 2 * HOUR,
    kind: 'support',
    target: passage(
      'Historically, North Korean troops have been known for their rigorous training and discipline, but they also lack recent combat experience',
    ),
    tags: ['capability'],
    body: 'The fairest sentence of the section: a strength and a weakness, in that order, neither inflated. If the rest had this balance we would have less to do.',
  },
  {
    by: 'ana',
    ago: 2 * DAY + 9 * HOUR,
    kind: 'question',
    target: passage('known for their rigorous training and discipline'),
    tags: ['capability', 'sources'],
    body: 'Known to whom? Special units and garrison troops differ, and the passive lets the reader imagine whichever is more frightening. Does anybody have a source that says *which* troops?',
    replies: [
      {
        by: 'mateusz',
        ago: 2 * DAY + 8 * HOUR,
        body: 'None that I would cite. Parades show drill, and drill is not training. I would accept “known for drill and discipline”.',
        reactions: { '😄': ['ana', 'ha'] },
      },
    ],
  },
  {
    by: 'ha',
    ago: 26 * HOUR,
    kind: 'nuance',
    target: passage('they also lack recent combat experience'),
    tags: ['capability', 'history'],
    body: 'Keep the “recent”, it is earning its place. There is a memorial in Bắc Giang to North Korean airmen who fell over Vietnam in the 1960s. “No experience abroad” would be false; “no *recent* experience” is true.',
    reactions: { '💡': ['noor', 'ana', 'lucja'], '👍': ['ruth'] },
  },
  {
    by: 'ruth',
    ago: 45 * HOUR,
    kind: 'question',
    target: passage(
      'which could lead to challenges in operational integration with Russian forces.\nMilitary analysts posit that',
    ),
    tags: ['attribution'],
    body: 'Who is speaking across this paragraph break? Up to “Russian forces” it is the author; after it, “military analysts”. Yet both halves make the same point. Either the analysts told the author, or the author is being quoted by the author, in the plural.',
    reactions: { '🎯': ['noor'] },
  },
  {
    by: 'seoyeon',
    ago: 5 * DAY + 4 * HOUR,
    kind: 'oppose',
    target: passage('the notorious language barrier'),
    tags: ['wording', 'sources'],
    body: '“Notorious” is doing the work of a source. Soldiers who share no language have fought side by side before; what matters is interpreters per unit and a common map grid. The text asks about neither.',
    resolved: { by: 'ruth', ago: 3 * DAY + 20 * HOUR },
    replies: [
      {
        by: 'mateusz',
        ago: 5 * DAY,
        body: 'In its defence: for artillery support and medical evacuation, minutes count, and an interpreter costs minutes. The barrier is real even if the adjective is lazy.',
      },
      {
        by: 'ruth',
        ago: 3 * DAY + 20 * HOUR,
        body: 'Then we agree on the substance and on the adjective. I resolve this: keep “language barrier”, strike “notorious”, ask for one source. Reopen it if that is not what you meant, @[박서연](person:seoyeon).',
        reactions: { '👍': ['seoyeon', 'mateusz'] },
      },
    ],
  },
  {
    by: 'ana',
    ago: 32 * HOUR,
    kind: 'nuance',
    visibility: 'public',
    target: passage('experts suggest that North Korean troops'),
    tags: ['sources'],
    body: 'Analysts *posit*, then experts *suggest*. Two sentences, two unnamed groups, two careful verbs. I would not strike the claims, I would ask for one name each. A claim with a name can be answered.',
  },
  {
    by: 'ha',
    ago: 28 * HOUR,
    kind: 'support',
    target: passage(
      'may be more inclined to guard positions rather than engage in frontline combat immediately',
    ),
    tags: ['forecast'],
    body: 'Most of the section rests on this, and it is the easiest sentence to check later. It even has a clock in it: “immediately”. I wish more of the text were so generous to its critics.',
    replies: [
      {
        by: 'mateusz',
        ago: 27 * HOUR,
        body: '“Inclined” bothers me. Troops are ordered, not inclined. Whose choice is it?',
        replies: [
          {
            by: 'ha',
            ago: 4 * HOUR,
            body: 'Good. Then there are two forecasts hidden here: what Pyongyang allows, and what Moscow orders. I would put different odds on each.',
          },
        ],
      },
    ],
  },
  {
    by: 'lucja',
    ago: 34 * HOUR,
    kind: 'nuance',
    target: passage('freeing up Russian units for other areas of combat'),
    tags: ['logistics'],
    body: 'Holds only if the units set free are fit to move. Released is not rested. And the newcomers must be fed and supplied on the same railway, so part of what is freed is spent again.',
    reactions: { '👍': ['mateusz'] },
  },
  {
    by: 'mateusz',
    ago: 25 * HOUR,
    kind: 'highlight',
    target: passage('a shift in how military alliances are formed and executed in modern warfare'),
  },
]
