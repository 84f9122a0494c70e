export const campaignLife = {
  'teams.refused.not-briefed': 'The questions of the briefing have not all been answered yet. As of {{date}}.',
  'teams.rooms': 'Election rooms',
  'teams.room.day': 'Today',
  'teams.room.candidacy': 'Candidacy',
  'teams.room.signatures': 'Signature counts',
  'teams.room.meetings': 'Meetings',
  'teams.room.promises': 'Promises',
  'teams.room.briefings': 'Briefings',
  'teams.room.confirmation': 'Age and citizenship',
  'teams.room.printed': 'Printed matter',
  'teams.room.page': 'Public page',
} as const;
