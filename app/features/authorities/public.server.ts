/** What other pillars may ask of this one. Letters begin by the form of `/org/:org/letters`. */
export { answerDue, answerDueBy, publicAnswerDue, readCalendar } from './calendar.server.ts';
export { linkPromise } from './commands/link-promise.server.ts';
export { draftLetter } from './commands/draft-letter.server.ts';
export { holderOn, listBodyChoices, postsOfBodies, postsOfBody, type BodyChoice, type Post } from './posts.server.ts';
export { lettersOfIssue } from './queries.server.ts';
export { bodiesFor as suggestBodies, publicBodiesFor } from './routing.server.ts';
export { letterPdf } from './letter-pdf.server.ts';
export { defaultSignatory, readSendingOrganisation, senderOf, type SendingOrganisation } from './sender.server.ts';
export { countLetterWork } from './letter-work.server.ts';
