import { fileURLToPath } from 'node:url';
import { runSite } from '@commons/api/server';
import { reportUsage } from '../load/report-usage.ts';
import { bench } from './app.ts';

await runSite({ apps: [bench], projectFolder: fileURLToPath(new URL('../..', import.meta.url)) });
reportUsage();
