export const legalCase = {
  'legal-case.feed.name': 'Dates',
  'legal-case.feed.title': 'Reminder',
  'legal-case.feed.text':
    'The details open only on your own page; nothing is written here on purpose, since others may see a calendar.',
} as const;
