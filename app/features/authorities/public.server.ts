/** What other pillars may ask of this one. Letters begin by the form of `/org/:org/letters`. */
export { draftLetter } from './commands/draft-letter.server.ts';
export { lettersOfIssue } from './queries.server.ts';
export { bodiesFor as suggestBodies, publicBodiesFor } from './routing.server.ts';
