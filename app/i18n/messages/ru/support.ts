/** Support: signing, confirming, collection points, sheets. */
export const support = {
  'support.channel.web': 'В интернете',
  'support.channel.point': 'На пункте сбора',
  'support.channel.paper': 'На бумаге',
  'support.assurance.self': 'вписано самостоятельно',
  'support.assurance.email': 'подтверждено по эл. почте',
  'support.assurance.code': 'подтверждено кодом',
  'support.assurance.paper': 'подпись на бумаге',
  'support.assurance.in_person': 'в присутствии волонтёра',
  'support.state.pending': 'Ждёт подтверждения',
  'support.state.confirmed': 'Учтено',
  'support.state.withdrawn': 'Отозвано',
  'support.state.invalidated': 'Исключено из подсчёта',
} as const;
