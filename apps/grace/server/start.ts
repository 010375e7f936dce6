import { fileURLToPath } from 'node:url';
import { runSite } from '@commons/api/server';
import { grace } from '../app.ts';

await runSite({ apps: [grace], projectFolder: fileURLToPath(new URL('../../..', import.meta.url)) });
