import { packageVitestConfig } from '@commons/tooling/vitest';

export default packageVitestConfig({
  name: 'chidi',
  globalSetup: '@commons/shared-db/testing/global-setup',
  testsPages: true,
});
