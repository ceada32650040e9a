import { at } from '@/lib/text/anchoring/words/numbers'

/** The best value among places up to a given one, while values are added. Both in O(log places): a Fenwick tree. */
export class PrefixMaxima {
  private readonly values: Float64Array
  private readonly indexes: Int32Array
  private readonly places: Int32Array

  constructor(size: number) {
    this.values = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY)
    this.indexes = new Int32Array(size + 1).fill(-1)
    this.places = new Int32Array(size + 1).fill(-1)
  }

  /** Offers a value at a place (from 0). Of equal values the later place is kept. */
  raise(place: number, value: number, index: number): void {
    for (let node = place + 1; node < this.values.length; node += node & -node) {
      if (!this.isBetter(node, value, place)) continue
      this.values[node] = value
      this.indexes[node] = index
      this.places[node] = place
    }
  }

  /** The best of the places 0 to `place`; index -1 where there is none. */
  upTo(place: number): { readonly value: number; readonly index: number; readonly place: number } {
    let best = 0
    for (let node = place + 1; node > 0; node -= node & -node) {
      if (best === 0 || this.isBetter(best, at(this.values, node), at(this.places, node))) {
        best = node
      }
    }
    return {
      value: at(this.values, best),
      index: at(this.indexes, best),
      place: at(this.places, best),
    }
  }

  private isBetter(node: number, value: number, place: number): boolean {
    const held = at(this.values, node)
    return value > held || (value === held && place > at(this.places, node))
  }
}
