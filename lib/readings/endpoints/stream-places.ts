import 'server-only'
import { type Place, Places } from '@/lib/api/places'
import { networkOf } from '@/lib/auth/network'
import { type Actor, personOf } from '@/lib/policy/actor'

// How many event streams may be open: each holds a connection and hears every change of its reading.

const streams = new Places()

// A person has some tabs on some devices; behind one address sits a whole school.
const PER_PERSON = 100
const PER_NETWORK = 3_000
const PER_SERVER = 10_000

/**
 * Takes places for one more stream, and returns what gives them back. COLLOQUY_STREAMS (`100/3000/10000`) says how many a person, a
 * network and the server have. Throws TooMany when there is none left.
 */
export function takeStreamPlaces(actor: Actor, address: string): () => void {
  const [ofPerson, ofNetwork, ofServer] = bounds()
  const personId = personOf(actor)
  const own: Place = {
    key: `person ${personId}`,
    most: ofPerson,
    full: `You have ${ofPerson} live pages open, which is the most. Close some; this one shows no changes until then.`,
  }
  return streams.take([
    ...(personId === null ? [] : [own]),
    {
      key: `network ${networkOf(address)}`,
      most: ofNetwork,
      full: 'Very many live pages are open in your network. This one shows no changes until some are closed.',
    },
    {
      key: 'server',
      most: ofServer,
      full: 'Very many live pages are open just now. This one shows no changes until some are closed.',
    },
  ])
}

function bounds(): readonly [number, number, number] {
  const said = (process.env.COLLOQUY_STREAMS ?? '').split('/').map(Number)
  const or = (at: number, usual: number) => {
    const most = said[at]
    return most !== undefined && most > 0 ? most : usual
  }
  return [or(0, PER_PERSON), or(1, PER_NETWORK), or(2, PER_SERVER)]
}
