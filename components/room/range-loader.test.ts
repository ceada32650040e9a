import { describe, expect, it } from 'vitest'
import { joined, missing, rangeLoader } from './range-loader'
import { aNote, passage, serverWith } from './testing'

function loaderOver({
  perPage,
  count,
  apart = 10,
}: {
  perPage: number
  count: number
  apart?: number
}) {
  const notes = Array.from({ length: count }, (_, at) =>
    aNote(`n${at}`, { target: passage(at * apart, at * apart + 5) }),
  )
  const { server, asked } = serverWith({ notes, perPage })
  const arrived = new Set<string>()
  const crowded: { from: number; to: number }[] = []
  const loader = rangeLoader(server.notesIn, (items, crowd) => {
    for (const { id } of items) arrived.add(id)
    if (crowd) crowded.push(crowd)
  })
  return { loader, asked, arrived, crowded }
}

it('is not done with a stretch while somebody else’s load of it is on its way', async () => {
  let answer = () => {}
  const slow = new Promise<void>((resolve) => {
    answer = resolve
  })
  const loader = rangeLoader(
    async () => {
      await slow
      return { items: [], nextCursor: null }
    },
    () => {},
  )
  const told: string[] = []
  const first = loader.load({ from: 0, to: 100 }).then(() => told.push('first'))
  const second = loader.load({ from: 50, to: 80 }).then(() => told.push('second'))
  await loader.load({ from: 200, to: 200 })
  expect(told).toEqual([])
  answer()
  await Promise.all([first, second])
  expect(told.toSorted()).toEqual(['first', 'second'])
})

describe('loading notes by stretches', () => {
  it('asks once for a stretch that fits one page, and only for what is new of the next', async () => {
    const { loader, asked } = loaderOver({ perPage: 100, count: 20 })
    await loader.load({ from: 0, to: 100 })
    await loader.load({ from: 50, to: 200 })
    await loader.load({ from: 0, to: 200 })
    expect(asked).toEqual(['0-100', '100-200'])
  })

  it('halves a stretch with more than a page until all of it is there', async () => {
    const { loader, arrived, crowded } = loaderOver({ perPage: 50, count: 128, apart: 40 })
    await loader.load({ from: 0, to: 5_120 })
    expect(arrived.size).toBe(128)
    expect(crowded).toEqual([])
  })

  it('stops at a few lines and says that they are crowded', async () => {
    const { loader, arrived, crowded } = loaderOver({ perPage: 10, count: 30 })
    await loader.load({ from: 0, to: 300 })
    expect(arrived.size).toBe(10)
    expect(crowded).toEqual([{ from: 0, to: 300 }])
  })

  it('asks again for what failed', async () => {
    let line = false
    const asked: number[] = []
    const loader = rangeLoader(
      async ({ from }) => {
        asked.push(from)
        if (!line) throw new Error('The line is broken.')
        return { items: [], nextCursor: null }
      },
      () => {},
    )
    await expect(loader.load({ from: 0, to: 100 })).rejects.toThrow('broken')
    line = true
    await loader.load({ from: 0, to: 100 })
    expect(asked).toEqual([0, 0])
  })

  it.each([
    { loaded: [], gaps: [[0, 100]] },
    { loaded: [[0, 100]], gaps: [] },
    {
      loaded: [
        [20, 30],
        [50, 60],
      ],
      gaps: [
        [0, 20],
        [30, 50],
        [60, 100],
      ],
    },
  ])('finds the gaps between $loaded', ({ loaded, gaps }) => {
    const stretches = loaded.map(([from = 0, to = 0]) => ({ from, to }))
    expect(missing(stretches, { from: 0, to: 100 })).toEqual(
      gaps.map(([from, to]) => ({ from, to })),
    )
  })

  it('joins what touches', () => {
    const ground = [
      { from: 50, to: 60 },
      { from: 0, to: 20 },
      { from: 20, to: 30 },
    ]
    expect(joined(ground)).toEqual([
      { from: 0, to: 30 },
      { from: 50, to: 60 },
    ])
  })
})

describe('where many notes are expected', () => {
  it('asks at once for few lines, and little of each, where many notes are expected', async () => {
    const notes = Array.from({ length: 400 }, (_, at) =>
      aNote(`n${at}`, { target: passage(at, at + 1) }),
    )
    const { server, asked } = serverWith({ notes })
    const arrived = new Set<string>()
    const loader = rangeLoader(
      server.notesIn,
      (items) => {
        for (const { id } of items) arrived.add(id)
      },
      ({ from, to }) => to - from,
    )
    await loader.load({ from: 0, to: 400 })
    expect(asked).toEqual(['0-200', '200-400'])
    expect(arrived.size).toBe(24)
  })
})
