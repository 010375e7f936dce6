import { createHash } from 'node:crypto';

/** What of a link's token is stored: whoever reads the database opens nothing with it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
