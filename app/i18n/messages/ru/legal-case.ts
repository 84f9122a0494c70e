export const legalCase = {
  'legal-case.feed.name': 'Даты',
  'legal-case.feed.title': 'Напоминание',
  'legal-case.feed.text':
    'Подробности открываются только на вашей странице; здесь намеренно ничего не написано: календарь могут увидеть другие.',
} as const;
