import { runSiteDb } from '@commons/api/server';
import { site } from './site.ts';

await runSiteDb(site);
