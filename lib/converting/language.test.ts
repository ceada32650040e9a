import { expect, it } from 'vitest'
import { languageOf } from './language'

const GERMAN =
  'Der Fluss hielt sein Versprechen, und niemand wusste mehr, wer in jenem trockenen Sommer das Wehr geöffnet hatte, als alle Boote auf der Seite lagen.'

it.each([
  ['German that calls itself English', GERMAN, 'en-US', 'de'],
  ['German that says where it is from', GERMAN, 'de-AT', 'de-AT'],
  ['German that says nothing', GERMAN, '', 'de'],
  [
    'Ukrainian',
    'Річка дотримала своєї обіцянки, і ніхто вже не пам’ятав, хто того сухого літа відкрив греблю, коли всі човни лежали на боці.',
    'ru',
    'uk',
  ],
  ['Korean', '강은 약속을 지켰고 아무도 기억하지 못했다', 'en', 'ko'],
  ['Japanese', '川は約束を守り、誰も覚えていなかった。', '', 'ja'],
  ['Chinese of Taiwan', '河流信守了它的諾言，沒有人記得。', 'zh-TW', 'zh-TW'],
  [
    'Arabic',
    'أوفى النهر بوعده، ولم يعد أحد يتذكر من فتح السد في ذلك الصيف الجاف حين كانت كل القوارب مستلقية على جوانبها.',
    '',
    'ar',
  ],
  ['Hebrew', 'הנהר קיים את הבטחתו', 'en', 'he'],
  ['a few words', 'Not much.', 'fr', 'fr'],
  ['a few words that say nothing', 'Not much.', '', 'en'],
  [
    'a tongue that is not known here',
    'Sylvae hic nominantur et flumina quae nemo iam meminit, et naves quae in latere iacebant aestate illa.',
    'eo',
    'eo',
  ],
  ['an announcement that is none', GERMAN, '"><script>', 'de'],
])('%s', (_, text, announced, language) => {
  expect(languageOf(text, announced)).toBe(language)
})
