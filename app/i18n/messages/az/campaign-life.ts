export const campaignLife = {
  'teams.refused.not-briefed': 'Briflinqin sualları hələ tam cavablandırılmayıb. Vəziyyət: {{date}}.',
} as const;
