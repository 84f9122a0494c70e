export const campaignLife = {
  'teams.refused.not-briefed': 'Briflinqin sualları hələ tam cavablandırılmayıb. Vəziyyət: {{date}}.',
  'teams.rooms': 'Seçki otaqları',
  'teams.room.day': 'Bu gün',
  'teams.room.candidacy': 'Namizədlik',
  'teams.room.signatures': 'İmzaların sayı',
  'teams.room.meetings': 'Görüşlər',
  'teams.room.promises': 'Vədlər',
  'teams.room.briefings': 'Briflinqlər',
  'teams.room.confirmation': 'Yaş və vətəndaşlıq',
  'teams.room.printed': 'Çap materialları',
  'teams.room.page': 'Açıq səhifə',
} as const;
