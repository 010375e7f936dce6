import { packageVitestConfig } from '@commons/tooling/vitest';

export default packageVitestConfig({
  name: 'boardofone',
  globalSetup: '@commons/shared-db/testing/global-setup',
  testsPages: true,
});
