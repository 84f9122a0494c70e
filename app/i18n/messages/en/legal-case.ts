export const legalCase = {
  'legal-case.feed.name': 'Dates',
  'legal-case.feed.title': 'Reminder',
  'legal-case.feed.text':
    'The details open only on your own page; nothing is written here on purpose, since others may see a calendar.',
  'legal-case.documents.notice.identity':
    'This paper gives the applicant’s name and address to a state body. Ask for consent before it goes: it cannot be taken back.',
  'legal-case.documents.notice.anonymous':
    'Name and address are missing. By law, appeals without them are not considered (Law on Citizens’ Appeals, articles 6.3 and 6.4).',
  'legal-case.documents.notice.court':
    'In court a natural person may be represented only by a member of the Bar, a close relative or themselves.',
  'legal-case.documents.notice.blanks_one': 'One place is blank: fill it in by hand.',
  'legal-case.documents.notice.blanks_other': '{{count}} places are blank: fill them in by hand.',
  'legal-case.error.file-format': 'This kind of file is not taken. Send a picture, a PDF, a sound recording or a text file.',
  'legal-case.error.file-large': 'The file is too large: 12 MB at most.',
  'legal-case.error.file-broken': 'The file does not open. Send another copy of it.',
} as const;
