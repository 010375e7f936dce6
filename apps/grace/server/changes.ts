import { personalChanges } from '@commons/api';

/** Whose record changed; whoever hears it reads again under their own rights. */
export type Change = { profileId?: string };

export const changes = personalChanges<Change>('grace');
