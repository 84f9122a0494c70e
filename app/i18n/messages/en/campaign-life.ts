export const campaignLife = {
  'teams.refused.not-briefed': 'The questions of the briefing have not all been answered yet. As of {{date}}.',
} as const;
