/**
 * Region codes of Natural Earth's admin-1 features for Azerbaijan. Several are wrong in the source: Laçın carries
 * Lənkəran's, three rayons carry the code of the city of the same name, Naxçıvan city that of the autonomous republic, and
 * Şuşa city a placeholder (it has no code of its own any more and belongs to Şuşa). Named by the feature's own id,
 * which does not change.
 */
const CORRECTED: Readonly<Record<string, string>> = {
  'AZE-1735': 'AZ-LAC',
  'AZE-1707': 'AZ-LAN',
  'AZE-1727': 'AZ-SAK',
  'AZE-5566': 'AZ-YE',
};
const CORRECTED_CODES: Readonly<Record<string, string>> = { 'AZ-NX': 'AZ-NV', 'AZ-X01~': 'AZ-SUS' };

/** The right code for a feature's properties; undefined for other countries. */
export function regionCodeOf(properties: Readonly<Record<string, unknown>>): string | undefined {
  if (properties.adm0_a3 !== 'AZE') return undefined;
  const code = String(properties.iso_3166_2);
  return CORRECTED[String(properties.adm1_code)] ?? CORRECTED_CODES[code] ?? code;
}
