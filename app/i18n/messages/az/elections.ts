export const elections = {
  'elections.refused.not-a-team':
    'Təşviqatı yalnız namizədin öz komandası apara bilər; təşkilatlar bunu edə bilməz. Vəziyyət: {{date}}.',
  'elections.refused.no-day': 'Seçki günü hələ təyin edilməyib. Vəziyyət: {{date}}.',
  'elections.refused.no-payer': 'Serverin xərcini kimin ödədiyi hələ bildirilməyib. Vəziyyət: {{date}}.',
  'elections.refused.no-clearance': 'Hüquqşünasın rəyi hələ təsdiqlənməyib. Vəziyyət: {{date}}.',
  'elections.refused.before-window': 'Seçkiqabağı təşviqat hələ başlamayıb. Başlanğıc: {{date}}.',
  'elections.refused.after-window': 'Seçkiqabağı təşviqat dayandırılıb. Bitdiyi vaxt: {{date}}.',
  'elections.refused.age': 'Təşviqatda yalnız 18 yaşı tamam olmuş şəxslər iştirak edə bilər. Vəziyyət: {{date}}.',
  'elections.refused.citizenship':
    'Təşviqatda yalnız Azərbaycan Respublikasının vətəndaşları iştirak edə bilər. Vəziyyət: {{date}}.',
  'elections.refused.not-confirmed': 'Yaş və vətəndaşlıq hələ təsdiqlənməyib. Vəziyyət: {{date}}.',
  'elections.refused.agents-cap':
    'Bələdiyyə üzvlüyünə namizədin ən çoxu {{most}} vəkil edilmiş şəxsi ola bilər. Vəziyyət: {{date}}.',
} as const;
