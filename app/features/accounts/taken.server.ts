/** Whether the database refused a contact (or a form's id) because another account has it. drizzle wraps the driver's error. */
export function isTaken(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '23505';
}
