import { fileURLToPath } from 'node:url';
import { runSite } from '@commons/api/server';
import { chidi } from '../app.ts';

await runSite({ apps: [chidi], projectFolder: fileURLToPath(new URL('../../..', import.meta.url)) });
