import type { AppDefinition } from '@commons/api';
import { chidi } from '@commons/chidi';

/** The installed apps, in the order in which the launcher shows them. */
export const apps: readonly AppDefinition[] = [chidi];
