import { packageVitestConfig } from '@commons/tooling/vitest';

export default packageVitestConfig({
  name: 'gateway',
  globalSetup: '@commons/shared-db/testing/global-setup',
  testsPages: true,
});
