type Place = (organisationId: string, row: Record<string, unknown>) => string;

/** Where each sealed column of an organisation's tables is bound to, as its pillar seals it: what a team takes out is opened. */
export const SEALED_AT: Record<string, Place> = {
  'invitations.email_cipher': () => 'invitations.email',
  'people_contacts.cipher': (organisation) => `people-contacts.value/${organisation}`,
  'people_notes.cipher': (organisation) => `people-notes.text/${organisation}`,
  'people_guardians.cipher': (organisation) => `people-guardians/${organisation}`,
  'event_sign_ups.person_cipher': (organisation) => `event-sign-ups.person/${organisation}`,
  'event_sign_ups.feedback_cipher': (organisation) => `event-sign-ups.feedback/${organisation}`,
  'join_submissions.cipher': (organisation) => `join-submissions/${organisation}`,
  'contact_follow_ups.about_cipher': (organisation) => `contact-follow-ups.about/${organisation}`,
  'people_moments.about_cipher': (organisation) => `people-moments.about/${organisation}`,
};
