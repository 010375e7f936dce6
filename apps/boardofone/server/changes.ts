import { personalChanges } from '@commons/api';

/** Tells the person's other tabs and devices to read again. */
export const changes = personalChanges('boardofone');
