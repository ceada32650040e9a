/** Said of an operation by `oc.$meta(WHOLE_TEXT)`: it takes a whole text, so its body may be larger than those of others. */
export const WHOLE_TEXT = { takes: 'whole text' } as const
