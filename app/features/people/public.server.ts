/**
 * What other pillars ask of an organisation's people. Every function works inside the caller's transaction, opened in a
 * `member` or `system` scope of that organisation (row-level security answers nothing in any other):
 *
 * - `personForContact(tx, organisationId, known, { now, by })` → id of the person, found or made
 * - `recordMoment(tx, organisationId, { personId, kind, about?, subjectId?, at, by? })` → nothing; once a subject
 * - `recordConsent(tx, organisationId, { personId, purpose, channel, at, by?, textVersion? })` → whether it is new
 * - `withdrawConsent(tx, organisationId, personId, { channel, purpose?, now })` → how many ended
 * - `readAudience(tx, organisationId, audience, ask)` → people with their sealed contact; `audienceQuery` is the same as
 *   SQL, for `insert … select` of one statement; `countAudience` counts, `explainAudience` says why others
 *   are left out
 * - `openContact(organisationId, cipher)` → the contact in clear: for the moment of sending, never for a log
 * - `recordGuardian(tx, organisationId, { personId, guardian, at, by? })` → whether it is new
 * - `whyNotAtWork(tx, organisationId, personId)` → why somebody may not be given a task or a shift (gone, under 18); or undefined
 * - `searchesToChoose(tx, organisationId)`, `peopleOfSearch(tx, organisationId, searchId, most)` → to choose people from;
 *   `reachPeople(tx, organisationId, ids)` → the chosen ones with a contact in clear, to be sealed again at once
 * - `namesOf(tx, organisationId, ids)` → names by id, followed through merges
 */
export { peopleOfSearch, reachPeople, searchesToChoose, type PersonToChoose } from './choosing.server.ts';
export { openContact } from './contact.server.ts';
export { namesOf, personForContact, recordConsent, recordMoment, withdrawConsent } from './known-person.server.ts';
export { recordGuardian, whyNotAtWork } from './guardians.server.ts';
export { audienceQuery, countAudience, explainAudience, readAudience, type Audience } from './audience.server.ts';
