/** Support: signing, confirming, collection points, sheets. */
export const support = {
  'support.channel.web': 'İnternetdə',
  'support.channel.point': 'Toplama məntəqəsində',
  'support.channel.paper': 'Kağız vərəqdə',
  'support.assurance.self': 'özü yazıb',
  'support.assurance.email': 'e-poçtla təsdiqlənib',
  'support.assurance.code': 'kodla təsdiqlənib',
  'support.assurance.paper': 'kağızda imza',
  'support.assurance.in_person': 'könüllünün yanında',
  'support.state.pending': 'Təsdiq gözləyir',
  'support.state.confirmed': 'Sayılır',
  'support.state.withdrawn': 'Geri götürülüb',
  'support.state.invalidated': 'Hesabdan çıxarılıb',
} as const;
