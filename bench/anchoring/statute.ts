// A long text that repeats itself as statutes and contracts do: twenty parts whose blocks are the same but for a number or two.

const CLAUSES = [
  'Section {k}. Licences of class {k}',
  '({k}.1) No person shall operate a vessel of class {k} without a licence granted under section {k} by the harbour authority.',
  '({k}.2) An application for a licence of class {k} shall be made in writing and shall state the name of the applicant, the tonnage of the vessel and the port of registry. The authority may require further particulars.',
  '({k}.3) The authority shall decide on an application within {d} days of receiving it. If it refuses the application it shall give its reasons in writing.',
  '({k}.4) A licence under this section is valid for {y} years and may be renewed once for the same period, provided that the holder has paid all fees due under section {k}.',
  '({k}.5) The holder of a licence of class {k} shall keep a register of all voyages, and shall produce it to an officer of the authority on request.',
  '({k}.6) The register shall show the date of departure, the date of return, the number of persons on board and the nature of the cargo. It shall be kept for {y} years after the last entry.',
  '({k}.7) Whoever contravenes subsection ({k}.1) is liable on conviction to a fine not exceeding {f} crowns.',
  '({k}.8) Whoever fails to keep the register required by subsection ({k}.5), or makes a false entry in it, is liable to a fine not exceeding {f} crowns, and the authority may suspend the licence.',
  '({k}.9) An appeal against a decision under subsection ({k}.3) or ({k}.8) lies to the maritime court within {d} days. The appeal suspends the decision unless the court orders otherwise.',
  '({k}.10) The fee for a licence of class {k} is {f} crowns. Half of it is due with the application; the rest on the day on which the licence is granted.',
  '({k}.11) This section does not apply to vessels of the state, to vessels in distress, or to pilots acting under section {k} of the Pilotage Act.',
] as const

const PARTS = 20

/** The text: one block a line. Numbers follow from the number of the part, so that no two blocks are the same. */
export function statuteOf(): string {
  return Array.from({ length: PARTS }, (_, n) => part(n + 1)).join('\n')
}

function part(number: number): string {
  const values: Readonly<Record<string, number>> = {
    k: number,
    d: 14 + (number % 5) * 7,
    y: 2 + (number % 4),
    f: 500 + number * 50,
  }
  return CLAUSES.join('\n').replace(/\{(\w)\}/g, (_, name: string) => String(values[name]))
}
