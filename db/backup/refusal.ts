/** What a person can mend: printed as one sentence, without a stack. */
export class BackupRefusal extends Error {}

/** Runs a command; a refusal ends it with its sentence and exit code 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof BackupRefusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
