export const campaignLife = {
  'teams.refused.not-briefed': 'На вопросы инструктажа ещё не даны все верные ответы. По состоянию на {{date}}.',
} as const;
