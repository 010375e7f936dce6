import { personalChanges } from '@commons/api';

/** Tells the person's tabs and devices to read again: a session that has new events, or their list. */
export const changes = personalChanges<{ sessionId?: string }>('boardofone');
