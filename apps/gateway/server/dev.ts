import { runSite } from '@commons/api/server';
import { openDevelopment } from './open-development.ts';
import { site } from './site.ts';

await runSite({ ...site, development: await openDevelopment(site.apps) });
