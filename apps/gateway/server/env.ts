import { fileURLToPath } from 'node:url';

/** Folder of everything that outlives a restart: the embedded database, generated passwords and secrets. */
export const dataFolder = process.env.COMMONS_DATA || fileURLToPath(new URL('../../../.data', import.meta.url));

/** Demonstration data is added and its logins are shown, unless this is production or DEMO=off. */
export const withDemo = process.env.NODE_ENV !== 'production' && process.env.DEMO !== 'off';
