/** The one clock. Commands and rules get `now` from the request that opened them. */
export const now = (): Date => new Date();
