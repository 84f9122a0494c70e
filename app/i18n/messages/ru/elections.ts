export const elections = {
  'elections.refused.not-a-team':
    'Агитировать может только команда самого кандидата; организациям это запрещено. По состоянию на {{date}}.',
  'elections.refused.no-day': 'День выборов ещё не назначен. По состоянию на {{date}}.',
  'elections.refused.no-payer': 'Ещё не указано, кто оплачивает сервер. По состоянию на {{date}}.',
  'elections.refused.no-clearance': 'Заключение юриста ещё не подтверждено. По состоянию на {{date}}.',
  'elections.refused.before-window': 'Предвыборная агитация ещё не началась. Начало: {{date}}.',
  'elections.refused.after-window': 'Предвыборная агитация прекращена. Окончание: {{date}}.',
  'elections.refused.age': 'В агитации могут участвовать только лица, достигшие 18 лет. По состоянию на {{date}}.',
  'elections.refused.citizenship':
    'В агитации могут участвовать только граждане Азербайджанской Республики. По состоянию на {{date}}.',
  'elections.refused.not-confirmed': 'Возраст и гражданство ещё не подтверждены. По состоянию на {{date}}.',
  'elections.refused.agents-cap':
    'У кандидата в муниципалитет может быть не более {{most}} доверенных лиц. По состоянию на {{date}}.',
} as const;
