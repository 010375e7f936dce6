import { packageVitestConfig } from '@commons/tooling/vitest';

export default packageVitestConfig({
  name: 'template',
  globalSetup: '@commons/shared-db/testing/global-setup',
});
