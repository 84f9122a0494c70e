export const legalCase = {
  'legal-case.feed.name': 'Tarixlər',
  'legal-case.feed.title': 'Xatırlatma',
  'legal-case.feed.text':
    'Ətraflı məlumat yalnız öz səhifənizdə açılır; burada qəsdən heç nə yazılmır, çünki təqvimi başqaları da görə bilər.',
} as const;
