/** How much may be said with a report, a decision or an appeal, in UTF-16 code units. */
export const WORDS_MAXIMUM = 2000
