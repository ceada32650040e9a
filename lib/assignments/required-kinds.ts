// What an assignment may ask of everybody at least once.

export const REQUIRED_KINDS = [
  'question',
  'claim-with-source',
  'counter-argument',
  'answer',
] as const
export type RequiredKind = (typeof REQUIRED_KINDS)[number]
