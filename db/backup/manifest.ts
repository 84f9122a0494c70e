import { z } from 'zod';
import { ARCHIVE_KINDS } from './tables.ts';

/** The number of the archive's layout; another number is another program's. */
export const FORMAT = 1;

/** The first entry of an archive: what it is and what the tables looked like. */
export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  kind: z.enum(ARCHIVE_KINDS).default('instance'),
  createdAt: z.iso.datetime(),
  /** Of an archive of keys: the day by which it has to be gone. */
  deleteBy: z.iso.date().optional(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The last entry: without it the archive is not whole. */
export const endingSchema = z.object({
  rows: z.record(z.string(), z.number()),
  files: z.number(),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.string(), isCalled: z.boolean() })),
});
export type Ending = z.infer<typeof endingSchema>;

/** Small files at the top of the data folder that make an instance what it is; the legal desks' pinned roots among them. */
export const KEPT_FILES = ['secret.key', 'instance.json', 'demo-people.json', 'legal-roots.json', 'legal-retired.json'];

export const MANIFEST = 'manifest.json';
export const ENDING = 'ending.json';
export const TABLES = 'tables/';
export const KEPT = 'instance/';
export const FILES = 'files/';
