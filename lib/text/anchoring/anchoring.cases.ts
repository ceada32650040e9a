import type { Anchored } from './anchoring'

/** The text of the cases: blocks, a sentence that stands twice, scripts and signs that go wrong. */
export const OLD = [
  'The harbour',
  'The harbour was dug in 1871 by four hundred men. Most of them came from the hills. Nobody counted the dead.',
  'Ships paid a toll at the gate. The toll was doubled after the war, and the town grew rich on it.',
  'What remains',
  'A clerk kept the ledgers until the flood. The ledgers were closed without a word.',
  '한국어 문장은 띄어쓰기를 하며 끝난다. 사람들은 항구에서 일했다.',
  '港口始建于一八七一年。许多工人来自山区，没有人统计死者。',
  'حفر الميناء أربعمئة رجل. جاء معظمهم من التلال.',
  'Порт викопали чотириста робітників. Більшість із них прийшла з гір.',
  'A compass 🧭 and a family 👩‍👩‍👧 stood by the gate of the cafe\u0301 Zür\u0303ich.',
].join('\n')

/** `mark`: the words an anchor stands on. `edit`: old words and new ones, in turn. `becomes`: the words at its new place, or none. */
type Case = {
  readonly name: string
  readonly mark: string
  readonly edits: readonly (readonly [from: string, to: string])[]
  readonly becomes: string | null
  readonly state: Anchored['state']
}

const lines = OLD.split('\n')
const [title = '', first = '', second = ''] = lines

export const CASES: readonly Case[] = [
  {
    name: 'nothing happens',
    mark: 'Most of them came from the hills.',
    edits: [],
    becomes: 'Most of them came from the hills.',
    state: 'exact',
  },
  {
    name: 'words come in before it',
    mark: 'Nobody counted the dead',
    edits: [['The harbour was dug', 'As everybody knows, the harbour was dug']],
    becomes: 'Nobody counted the dead',
    state: 'exact',
  },
  {
    name: 'a sentence comes into the middle of it',
    mark: 'four hundred men. Most of them',
    edits: [['men. Most', 'men. They had no tools but spades. Most']],
    becomes: 'four hundred men. They had no tools but spades. Most of them',
    state: 'changed',
  },
  {
    name: 'its first word is replaced',
    mark: 'doubled after the war',
    edits: [['doubled after', 'lowered after']],
    becomes: 'lowered after the war',
    state: 'changed',
  },
  {
    name: 'a word within it is replaced',
    mark: 'The toll was doubled after the war',
    edits: [['was doubled', 'was trebled']],
    becomes: 'The toll was trebled after the war',
    state: 'changed',
  },
  {
    name: 'its outermost word is misspelt',
    mark: 'hundred men',
    edits: [['hundred men', 'hundredd men']],
    becomes: 'hundredd men',
    state: 'changed',
  },
  {
    name: 'its sentence is deleted',
    mark: 'Most of them came from the hills.',
    edits: [['Most of them came from the hills. ', '']],
    becomes: null,
    state: 'lost',
  },
  {
    name: 'its one word is replaced',
    mark: 'doubled',
    edits: [['doubled', 'trebled']],
    becomes: 'trebled',
    state: 'changed',
  },
  {
    name: 'its two words are replaced by three',
    mark: 'four hundred',
    edits: [['four hundred men', 'more than 350 men']],
    becomes: 'more than 350',
    state: 'changed',
  },
  {
    name: 'its figure is corrected',
    mark: '1871',
    edits: [['in 1871 by', 'in 1817 by']],
    becomes: '1817',
    state: 'changed',
  },
  {
    name: 'its first word is replaced by two',
    mark: 'Nobody counted',
    edits: [['Nobody counted', 'No one counted']],
    becomes: 'No one counted',
    state: 'changed',
  },
  {
    name: 'its last word is replaced by three',
    mark: 'grew rich',
    edits: [['grew rich on it', 'grew more than comfortable on it']],
    becomes: 'grew more than comfortable',
    state: 'changed',
  },
  {
    name: 'its one word is taken out',
    mark: 'doubled',
    edits: [['was doubled after', 'was after']],
    becomes: null,
    state: 'lost',
  },
  {
    name: 'its two words are in a sentence that another one was written over',
    mark: 'came from',
    edits: [
      ['Most of them came from the hills.', 'The lords of that country had signed for none.'],
    ],
    becomes: null,
    state: 'lost',
  },
  {
    name: 'its block is carried to the end',
    mark: 'The toll was doubled after the war',
    edits: [
      [`${second}\n`, ''],
      [lines.at(-1) ?? '', `${lines.at(-1)}\n${second}`],
    ],
    becomes: 'The toll was doubled after the war',
    state: 'moved',
  },
  {
    name: 'its block is copied before it',
    mark: 'Nobody counted the dead.',
    edits: [[first, `${first}\n${first}`]],
    becomes: 'Nobody counted the dead.',
    state: 'exact',
  },
  {
    name: 'a heading of one word is carried elsewhere with nothing else',
    mark: title,
    edits: [
      [`${title}\n${first}`, first],
      ['What remains', `${title}\nWhat remains`],
    ],
    becomes: title,
    state: 'moved',
  },
  {
    name: 'its block is split and joined to the next',
    mark: 'Nobody counted the dead.\nShips paid',
    edits: [
      ['dead.\nShips', 'dead. Ships'],
      ['men. Most', 'men.\nMost'],
    ],
    becomes: 'Nobody counted the dead. Ships paid',
    state: 'exact',
  },
  {
    name: 'punctuation changes beside it',
    mark: 'grew rich on it.',
    edits: [['the war, and', 'the war – and']],
    becomes: 'grew rich on it.',
    state: 'exact',
  },
  {
    name: 'it is a sign alone',
    mark: ', and the town',
    edits: [['Ships paid', 'All ships paid']],
    becomes: ', and the town',
    state: 'exact',
  },
  {
    name: 'it begins and ends within words',
    mark: 'rbour was du',
    edits: [['was dug', 'was soon dug']],
    becomes: 'rbour was soon du',
    state: 'changed',
  },
  {
    name: 'Korean is edited before it',
    mark: '항구에서 일했다',
    edits: [['띄어쓰기를 하며', '띄어쓰기를 언제나 하며']],
    becomes: '항구에서 일했다',
    state: 'exact',
  },
  {
    name: 'Chinese is edited within it',
    mark: '许多工人来自山区',
    edits: [['许多工人来自', '许多年轻工人来自']],
    becomes: '许多年轻工人来自山区',
    state: 'changed',
  },
  {
    name: 'Arabic is edited before it',
    mark: 'جاء معظمهم',
    edits: [['أربعمئة رجل', 'أربعمئة رجل فقير']],
    becomes: 'جاء معظمهم',
    state: 'exact',
  },
  {
    name: 'Ukrainian words are bent',
    mark: 'чотириста робітників',
    edits: [['робітників', 'робітника']],
    becomes: 'чотириста робітника',
    state: 'changed',
  },
  {
    name: 'an emoji is put before an emoji',
    mark: 'family 👩‍👩‍👧 stood',
    edits: [['compass 🧭', 'compass 🧭 🇰🇷']],
    becomes: 'family 👩‍👩‍👧 stood',
    state: 'exact',
  },
  {
    name: 'a letter gets another accent',
    mark: 'cafe\u0301 Zür\u0303ich',
    edits: [['Zür\u0303ich', 'Zu\u0308rich']],
    becomes: 'cafe\u0301 Zu\u0308rich',
    state: 'changed',
  },
  {
    name: 'another sentence is written in its place',
    mark: 'Most of them came from the hills.',
    edits: [
      ['Most of them came from the hills.', 'The lords of that country had signed for none.'],
    ],
    becomes: null,
    state: 'lost',
  },
  {
    name: 'all but its least word are replaced, one for one',
    mark: 'closed without a word',
    edits: [['closed without a word', 'opened with a smile']],
    becomes: 'opened with a smile',
    state: 'changed',
  },
  {
    name: 'a common word of it stands again in what was put in behind it',
    mark: 'paid a toll at the gate',
    edits: [
      [
        'Ships paid a toll at the gate. The',
        'Ships paid a toll. Long before, in winters nobody remembers now, men walked over the ice by the light of a lamp. The',
      ],
    ],
    becomes: 'paid a toll',
    state: 'changed',
  },
  {
    name: 'its sentence changes places with its neighbour and is rewritten',
    mark: 'A clerk kept the ledgers until the flood.',
    edits: [
      [
        'A clerk kept the ledgers until the flood. The ledgers were closed without a word.',
        'The ledgers were closed without a word. It was a clerk, forgotten since, who kept these ledgers as long as no flood came.',
      ],
    ],
    becomes: 'a clerk, forgotten since, who kept these ledgers',
    state: 'changed',
  },
]
