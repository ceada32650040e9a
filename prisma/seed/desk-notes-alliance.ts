// The East Asia desk on history, the response of allies, sanctions, and the outlook.

import { DAY, type DemoNote, HOUR, passage } from './note'

export const DESK_NOTES_ALLIANCE: readonly DemoNote[] = [
  {
    by: 'seoyeon',
    ago: 5 * DAY + 9 * HOUR,
    kind: 'note',
    target: { on: 'section', title: 'Geopolitical Implications: Historical Context' },
    tags: ['history', 'missing'],
    body: 'A section called *Historical Context* without a single date in it. “Cold War-era”, “historically”, “recent”: three times the past, and never a year. For the next revision I offer four: 1961, 1996, September 2023, June 2024.',
    reactions: { '👍': ['yusuf', 'noor', 'ana'] },
  },
  {
    by: 'noor',
    ago: 4 * DAY + 8 * HOUR,
    kind: 'question',
    target: passage(
      'revives Cold War-era models of alliances where countries with shared interests bolster each other’s military capabilities',
    ),
    tags: ['history'],
    body: 'The treaty of 1961 lapsed in 1996, so something did revive. But the old bloc had a leader and clients. Is that the model here, or is it two clients of need?',
    reactions: { '🤔': ['lucja', 'ha'] },
    replies: [
      {
        by: 'yusuf',
        ago: 4 * DAY + 6 * HOUR,
        body: 'Neither. The old model ran on credit, this one seems to run on cash and kind. I would write “trades” where the text writes “revives”.',
        replies: [
          {
            by: 'noor',
            ago: 4 * DAY + 5 * HOUR,
            body: '“Trades” is better, and it makes the sentence smaller. Perhaps that is why it was not chosen.',
            reactions: { '😄': ['yusuf', 'mateusz'] },
          },
        ],
      },
      {
        by: 'ruth',
        ago: 4 * DAY,
        body: 'One caution: “shared interests” is also said of every alliance there ever was. What would an alliance *without* them look like? If the phrase excludes nothing, it explains nothing.',
      },
    ],
  },
  {
    by: 'lucja',
    ago: 3 * DAY + 22 * HOUR,
    kind: 'support',
    target: passage(
      'a union born out of mutual necessity amid international sanctions and isolation',
    ),
    tags: ['sanctions'],
    body: 'The best phrase in the piece, because it names a cause. It also argues quietly against “critical juncture” two sentences earlier: what is born of need can end with the need.',
    reactions: { '👍': ['noor', 'ana'], '💡': ['ha'] },
    replies: [
      {
        by: 'mateusz',
        ago: 3 * DAY + 20 * HOUR,
        body: 'Unless the need lasts longer than the juncture. Sanctions have long lives.',
      },
    ],
  },
  {
    by: 'yusuf',
    ago: 2 * DAY + 14 * HOUR,
    kind: 'oppose',
    target: passage(
      'Kim Jong Un’s recent visit to Russia and his cordial exchanges with Vladimir Putin',
    ),
    tags: ['history', 'treaty'],
    body: 'That visit was in September 2023. The treaty was signed when Putin came to Pyongyang in June 2024. The paragraph leans on the weaker event and leaves out the stronger one.',
    reactions: { '🎯': ['noor', 'ruth', 'seoyeon'] },
    replies: [
      {
        by: 'ana',
        ago: 2 * DAY + 12 * HOUR,
        body: 'Could it be an older draft, updated at the top only? The opening is about a week in autumn 2024; this paragraph could have stood there a year before.',
        replies: [
          {
            by: 'yusuf',
            ago: 2 * DAY + 11 * HOUR,
            body: 'That would explain the word “recent”. It would not excuse it.',
            reactions: { '😄': ['ana', 'ha', 'noor'] },
          },
        ],
      },
      {
        by: 'lucja',
        ago: 7 * HOUR,
        body: 'I disagree a little. A treaty tells me what two states promise; a visit to a cosmodrome tells me what one of them is shopping for. For my purposes the older event is the better evidence.',
        edited: {
          ago: 6 * HOUR,
          before:
            'I disagree. A visit to a cosmodrome tells me more than any treaty about what they want.',
        },
        replies: [
          {
            by: 'yusuf',
            ago: 40,
            body: 'Better evidence of the price, then, not of the alliance. The sentence claims the second: “evidenced by”. @[Łucja Wrona](person:lucja), would you sign *that*?',
            replies: [
              {
                by: 'lucja',
                ago: 12,
                body: 'No. I would sign “the price is further suggested by”. So we disagree about the paragraph we would have liked to read, and agree on the one in front of us.',
                reactions: { '🤝': ['yusuf'] },
              },
            ],
          },
        ],
      },
    ],
  },
  {
    by: 'ha',
    ago: 2 * DAY + 5 * HOUR,
    kind: 'note',
    target: passage('Kim Jong Un’s recent visit to Russia'),
    tags: ['wording'],
    body: '“Recent” is true on one day only. If the owner puts the month in its place, this note can go.',
  },
  {
    by: 'ana',
    ago: 30 * HOUR,
    kind: 'nuance',
    target: passage('how this support may embolden Russia in its military actions'),
    tags: ['logistics'],
    body: 'Supply sustains more than it emboldens. One is a matter of stocks, the other of intent, and only the first is in evidence here.',
    edited: {
      ago: 29 * HOUR,
      before: 'Supply sustains, it does not embolden.',
    },
    reactions: { '👍': ['lucja', 'noor'] },
    replies: [
      {
        by: 'mateusz',
        ago: 28 * HOUR,
        body: 'A commander who has shells for tomorrow plans differently today. I would not separate stocks and intent so cleanly.',
      },
    ],
  },
  {
    by: 'seoyeon',
    ago: 3 * DAY + 5 * HOUR,
    kind: 'note',
    target: passage('South Korea’s urgent security meeting'),
    tags: ['sources'],
    body: 'A meeting is a reaction to intelligence, not a second piece of it. Read quickly, agency and meeting look like two witnesses; they are one witness and an echo.',
    reactions: { '🎯': ['ruth', 'noor'], '👍': ['ha'] },
  },
  {
    by: 'ha',
    ago: 3 * DAY + 4 * HOUR,
    kind: 'highlight',
    target: passage('The call for a collective response from the international community'),
  },
  {
    by: 'ruth',
    ago: 2 * DAY + 10 * HOUR,
    kind: 'oppose',
    target: passage(
      'sanctions, increased military aid to Ukraine, and diplomatic efforts to isolate North Korea further',
    ),
    tags: ['sanctions', 'policy'],
    body: 'Three tools in one breath, no order and no cost. And the third quarrels with the section before: if isolation is what drove the two together, why would more of it drive them apart?',
    reactions: { '👍': ['lucja', 'ana', 'yusuf'] },
    replies: [
      {
        by: 'lucja',
        ago: 2 * DAY + 8 * HOUR,
        body: 'Sanctions do not only isolate, they set a price. Moscow pays more for each shell. That is the effect the sentence should have named.',
        replies: [
          {
            by: 'ruth',
            ago: 2 * DAY + 7 * HOUR,
            body: 'That I would sign: *raise the price* can be measured, *isolate further* cannot.',
            reactions: { '👍': ['lucja'] },
          },
        ],
      },
      {
        by: 'noor',
        ago: 11 * HOUR,
        body: 'Devil’s advocate, since nobody else is: perhaps the author thinks them complementary. Aid changes the battlefield, price changes the trade, isolation denies the reward. That is a strategy. It would have taken one more sentence to say so.',
      },
    ],
  },
  {
    by: 'ana',
    ago: 3 * HOUR,
    kind: 'nuance',
    target: passage(
      'deter any aggression stemming from the revitalized North Korea-Russia alliance',
    ),
    tags: ['policy'],
    body: 'Deterring and isolating pull apart. A state with nothing left to lose is harder to deter, so “isolate North Korea further”, one paragraph up, works against this sentence. See what @[Ruth Adeyemi](person:ruth) wrote there.',
  },
  {
    by: 'lucja',
    ago: 27 * HOUR,
    kind: 'oppose',
    target: passage('enabling the imposition of stricter sanctions against both nations'),
    tags: ['sanctions', 'institutions'],
    body: 'Through which body? Russia has a veto in the Security Council, and used it in March 2024 to end the panel of experts that watched these very sanctions. National lists, yes. But “enabling” needs a subject. *Papier wszystko przyjmie*, we say: paper will take anything.',
    reactions: { '🎯': ['yusuf', 'noor', 'ana'] },
    replies: [
      {
        by: 'yusuf',
        ago: 26 * HOUR,
        body: 'The sentence may mean political room, not legal power: voters will now accept more. If so it is a claim about publics, and there is no public in this paragraph.',
      },
      {
        by: 'ruth',
        ago: 6 * HOUR,
        body: 'Could you draft the replacement, @[Łucja Wrona](person:lucja)? I would put “national and regional measures” in and leave “both nations” as it is.',
      },
    ],
  },
  {
    by: 'ruth',
    ago: 2 * DAY + 6 * HOUR,
    kind: 'note',
    visibility: 'private',
    target: passage('may see an uptick in funding and focus'),
    body: 'If this goes to the board, ask for the budget line that *shrinks*. Every uptick has one.',
  },
  {
    by: 'ha',
    ago: 5 * DAY + 6 * HOUR,
    kind: 'question',
    target: passage('the efficacy of diplomatic responses'),
    tags: ['forecast'],
    body: 'What would we observe if they worked? As it stands no outcome could show them to have failed, and then there is nothing to monitor.',
    replies: [
      {
        by: 'noor',
        ago: 5 * DAY + 2 * HOUR,
        body: 'A proposal: fewer shipments by rail and sea within six months, as counted by somebody who did not draft the response.',
        reactions: { '👍': ['ha', 'lucja'] },
      },
    ],
  },
  {
    by: 'noor',
    ago: 3 * DAY + 9 * HOUR,
    kind: 'oppose',
    target: passage('ensuring that global order remains intact'),
    tags: ['logic'],
    body: 'You cannot keep intact what the section on history has just described as broken. Either the order has changed, and then we repair; or it has not, and then why the alarm?',
    reactions: { '👍': ['seoyeon', 'yusuf'], '🤔': ['lucja'] },
  },
]
