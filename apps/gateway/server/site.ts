import { fileURLToPath } from 'node:url';
import type { Site } from '@commons/api/server';
import { boardofone } from '@commons/boardofone';
import { chidi } from '@commons/chidi';
import { grace } from '@commons/grace';

/** The installed apps, in the order in which the launcher shows them, behind one process and port. */
export const site: Site = {
  apps: [chidi, grace, boardofone],
  gatewayPages: new URL('../web/dist/', import.meta.url),
  projectFolder: fileURLToPath(new URL('../../..', import.meta.url)),
};
