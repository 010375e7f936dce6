import { fileURLToPath } from 'node:url';
import { runSite } from '@commons/api/server';
import { template } from '../app.ts';

await runSite({ apps: [template], projectFolder: fileURLToPath(new URL('../../..', import.meta.url)) });
