export const elections = {
  'elections.refused.not-a-team':
    "Only a candidate's own team may campaign for votes; organisations may not. As of {{date}}.",
  'elections.refused.no-day': 'The day of the election has not been set yet. As of {{date}}.',
  'elections.refused.no-payer': 'It has not been stated yet who pays for the server. As of {{date}}.',
  'elections.refused.no-clearance': "A lawyer's clearance has not been confirmed yet. As of {{date}}.",
  'elections.refused.before-window': 'Campaigning has not begun yet. It begins: {{date}}.',
  'elections.refused.after-window': 'Campaigning has stopped. It ended: {{date}}.',
  'elections.refused.age': 'Only people aged 18 or older may take part in campaigning. As of {{date}}.',
  'elections.refused.citizenship':
    'Only citizens of the Republic of Azerbaijan may take part in campaigning. As of {{date}}.',
  'elections.refused.not-confirmed': 'Age and citizenship have not been confirmed yet. As of {{date}}.',
  'elections.refused.agents-cap':
    'A candidate for a municipality may have at most {{most}} authorised agents. As of {{date}}.',
} as const;
