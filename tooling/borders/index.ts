import type { Check } from '../repository/finding.ts';
import { appsStayApart } from './rules/apps-stay-apart.ts';
import { environmentInOnePlace } from './rules/environment-in-one-place.ts';
import { namedFolders } from './rules/named-folders.ts';
import { onlySharedDbConnects } from './rules/only-shared-db-connects.ts';
import { packagesBelowApps } from './rules/packages-below-apps.ts';
import { publicEntries } from './rules/public-entries.ts';
import { pureSchemas } from './rules/pure-schemas.ts';
import { serviceStaysNarrow } from './rules/service-stays-narrow.ts';
import { testingStaysInTests } from './rules/testing-stays-in-tests.ts';
import { webImportsTypes } from './rules/web-imports-types.ts';
import { webStaysInTheBrowser } from './rules/web-stays-in-the-browser.ts';

const rules: Check[] = [
  appsStayApart,
  packagesBelowApps,
  publicEntries,
  webImportsTypes,
  webStaysInTheBrowser,
  pureSchemas,
  onlySharedDbConnects,
  serviceStaysNarrow,
  testingStaysInTests,
  environmentInOnePlace,
  namedFolders,
];

/** The borders of the house: who may import whom, and which names a folder may not have. */
export const borders: Check = (repository) => rules.flatMap((rule) => rule(repository));
