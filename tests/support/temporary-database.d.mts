/** 64 hexadecimal digits. */
export const TEST_SECRET: string;
export function makeTemporaryFolder(): string;
export function removeTemporaryFolder(folder: string): void;
export function startTemporaryDatabase(): Promise<{ url: string; stop: () => Promise<void> }>;
