/** The name of the unique constraint that an insert ran into, whoever wrapped the driver's error; undefined for anything else. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === '23505' && 'constraint_name' in at) return String(at.constraint_name);
  }
  return undefined;
}
