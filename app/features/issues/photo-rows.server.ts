import { ne } from 'drizzle-orm';
import { issuePhotos } from '#db/schema/index.ts';

/** What a withdrawal makes of a picture's row: no file, never shown; the row stays so that its address can say that it is gone. */
export const WITHOUT_FILES = { fullKey: '', thumbKey: '', isHidden: true } as const;

/** Rows that still have their picture. */
export const hasPicture = ne(issuePhotos.fullKey, '');
