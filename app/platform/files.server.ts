import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { join } from 'node:path';
import { env } from './env.server.ts';

/**
 * The file store: a folder by default, an S3-compatible bucket when several machines share it. Keys are random
 * names; whether somebody may have a file is decided by the row that holds its key.
 */
let disk: Disk | undefined;

async function store(): Promise<Disk> {
  if (disk) return disk;
  const { DATA_DIR, S3_ACCESS_KEY_ID, S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_SECRET_ACCESS_KEY } = env();
  if (S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    const { S3Driver } = await import('flydrive/drivers/s3');
    disk = new Disk(
      new S3Driver({
        bucket: S3_BUCKET,
        region: S3_REGION,
        ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {}),
        credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
        visibility: 'private',
      }),
    );
  } else {
    disk = new Disk(new FSDriver({ location: join(DATA_DIR, 'files'), visibility: 'private' }));
  }
  return disk;
}

export async function putFile(key: string, bytes: Uint8Array): Promise<void> {
  await (await store()).put(key, bytes);
}

/** Null when there is no such file (any more). */
export async function getFile(key: string): Promise<Uint8Array | null> {
  const files = await store();
  return (await files.exists(key)) ? files.getBytes(key) : null;
}

/** Deleting what is gone already is no error. */
export async function deleteFile(key: string): Promise<void> {
  await (await store()).delete(key);
}
