import { runSite } from '@commons/api/server';
import { site } from './site.ts';

await runSite(site);
