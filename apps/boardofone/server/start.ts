import { fileURLToPath } from 'node:url';
import { runSite } from '@commons/api/server';
import { boardofone } from '../app.ts';

await runSite({ apps: [boardofone], projectFolder: fileURLToPath(new URL('../../..', import.meta.url)) });
