/** What other pillars may ask of this one. */
export { draftLetter, type DraftRefusal } from './commands/draft-letter.server.ts';
export { settleAllUnsent } from './commands/agree-to-sign.server.ts';
export { lettersOfIssue, type LetterRow } from './queries.server.ts';
export { bodiesFor, publicBodiesFor, type BodyCard, type PublicBody } from './routing.server.ts';
