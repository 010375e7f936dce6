import { packageVitestConfig } from '@commons/tooling/vitest';

export default packageVitestConfig({
  name: 'grace',
  globalSetup: '@commons/shared-db/testing/global-setup',
});
