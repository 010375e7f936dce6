import { personalChanges } from '@commons/api';

/** What changed, by id; whoever hears it reads the rows again under their own rights. */
export type Change = { contextId?: string; conversationId?: string };

export const changes = personalChanges<Change>('chidi');
