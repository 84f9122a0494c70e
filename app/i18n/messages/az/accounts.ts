export const accounts = {
  'accounts.mail.greeting': 'Salam!',
  'accounts.mail.invitation.subject': 'İcma: sizə dəvət var',
  'accounts.mail.invitation.text': '{{inviter}} Sizi “{{organisation}}” təşkilatında birgə işləməyə dəvət edir.',
  'accounts.mail.invitation.role': 'Vəzifəniz: {{role}}.',
  'accounts.mail.invitation.once_one': 'Dəvət {{count}} gün qüvvədədir və bir dəfə istifadə olunur.',
  'accounts.mail.invitation.once_other': 'Dəvət {{count}} gün qüvvədədir və bir dəfə istifadə olunur.',
  'accounts.mail.invitation.action': 'Dəvətə baxın',
  'accounts.mail.invitation.closing':
    'Bu dəvəti gözləmirdinizsə, məktubu silin. Razılıq verməsəniz, heç nə baş verməyəcək.',
  'accounts.invite.error.rank': 'Bu vəzifəyə dəvət etmək üçün icazəniz yoxdur.',
  'accounts.invite.error.link-role': 'Keçidlə və ya QR kodla yalnız könüllü dəvət etmək olar.',
  'accounts.invite.error.limits': 'Bu ədəd icazə verilən həddən kənardır.',
  'accounts.invite.error.unknown': 'Belə dəvət tapılmadı.',
  'accounts.handover.error.unknown': 'Bu adam təşkilatınızda işləmir.',
  'accounts.handover.error.oneself': 'Öz şifrənizi “Hesabım” səhifəsində dəyişin.',
  'accounts.handover.error.has-email':
    'Bu adamın e-poçtu var: şifrəni giriş səhifəsindəki “Şifrəni unutmusunuz?” keçidi ilə özü yeniləyə bilər.',
  'accounts.handover.error.rank': 'Bu adama kod vermək üçün icazəniz yoxdur.',
  'accounts.handover.error.elsewhere':
    'Bu adam başqa təşkilatda da işləyir. Kodu yalnız sistemin operatoru verə bilər.',
} as const;
