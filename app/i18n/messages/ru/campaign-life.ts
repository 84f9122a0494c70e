export const campaignLife = {
  'teams.refused.not-briefed': 'На вопросы инструктажа ещё не даны все верные ответы. По состоянию на {{date}}.',
  'teams.rooms': 'Разделы выборов',
  'teams.room.day': 'Сегодня',
  'teams.room.candidacy': 'Кандидатура',
  'teams.room.signatures': 'Счёт подписей',
  'teams.room.meetings': 'Встречи',
  'teams.room.promises': 'Обещания',
  'teams.room.briefings': 'Инструктажи',
  'teams.room.confirmation': 'Возраст и гражданство',
  'teams.room.printed': 'Печать',
  'teams.room.page': 'Открытая страница',
} as const;
