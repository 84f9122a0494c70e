/** Phrases that are put into a reply at a press; their words are `legal-case.thread.phrase.<key>` and `….text`. */
export const REPLY_PHRASES = ['received', 'documents', 'when', 'nothing', 'waiting'] as const;
