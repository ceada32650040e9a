import { describe, expect, it } from 'vitest'
import { changedIn, emptyDraft, errorsIn, inputFrom, titleIn } from './reading-draft'

const draft = { ...emptyDraft('g1'), title: ' On Liberty ', text: '# On\n\nHe who knows' }

describe('a reading that is being added', () => {
  it('needs a title and a text', () => {
    expect(Object.keys(errorsIn(emptyDraft('')))).toEqual(['title', 'text'])
    expect(errorsIn(draft)).toEqual({})
  })

  it('is for a group only when there is one', () => {
    expect(errorsIn({ ...draft, groupId: '' })).toHaveProperty('visibility')
    expect(errorsIn({ ...draft, groupId: '', visibility: 'public' })).toEqual({})
  })

  it('has a source that is an address', () => {
    expect(errorsIn({ ...draft, sourceUrl: 'gutenberg.org' })).toHaveProperty('sourceUrl')
    expect(errorsIn({ ...draft, sourceUrl: 'https://gutenberg.org/34901' })).toEqual({})
  })

  it('is sent with its authors one by one and without what was left empty', () => {
    expect(inputFrom({ ...draft, authors: 'J. S. Mill; Harriet Taylor, ' })).toMatchObject({
      title: 'On Liberty',
      groupId: 'g1',
      genre: undefined,
      authors: ['J. S. Mill', 'Harriet Taylor'],
      source: { format: 'markdown' },
    })
  })

  it('is kept as what was changed in it, and where it shall go', () => {
    const offered = { ...emptyDraft('g1'), title: 'Ïðèâåò', dated: '1859' }
    expect(changedIn({ ...offered, licence: 'CC0' }, offered)).toEqual({
      licence: 'CC0',
      groupId: 'g1',
      visibility: 'group',
    })
  })

  it('does not say its title twice', () => {
    const sent = (title: string, text: string) => inputFrom({ ...draft, title, text }).source.value
    expect(sent('Doubt', '# Doubt\n\nHe who')).toBe('\n\nHe who')
    expect(sent('Doubt', '# On doubt\n\nHe who')).toBe('# On doubt\n\nHe who')
    expect(sent('Doubt', 'Doubt\n=====\n\nHe who')).toBe('\n\nHe who')
    expect(sent('Doubt', '# Doubt')).toBe('# Doubt')
  })

  it('takes a title from its first heading', () => {
    expect(titleIn('\n# A *short* one #\n\ntext')).toBe('A short one')
    expect(titleIn('By J. S. Mill\r\n\r\n## On [liberty](https://a.example)')).toBe('On liberty')
    expect(titleIn('On `no` snake_case_names\n====\n\ntext')).toBe('On no snake_case_names')
    expect(titleIn('no heading\n\n#hashtag\n\n### too low')).toBeNull()
  })
})
