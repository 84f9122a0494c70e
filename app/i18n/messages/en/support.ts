/** Support: signing, confirming, collection points, sheets. */
export const support = {
  'support.channel.web': 'Online',
  'support.channel.point': 'At a collection point',
  'support.channel.paper': 'On paper',
  'support.assurance.self': 'self-entered',
  'support.assurance.email': 'confirmed by e-mail',
  'support.assurance.code': 'confirmed by a code',
  'support.assurance.paper': 'signed on paper',
  'support.assurance.in_person': 'in front of a volunteer',
  'support.state.pending': 'Waits to be confirmed',
  'support.state.confirmed': 'Counted',
  'support.state.withdrawn': 'Taken back',
  'support.state.invalidated': 'Taken out of the count',
} as const;
