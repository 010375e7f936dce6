import { packageVitestConfig } from '@commons/tooling/vitest';

export default packageVitestConfig({ name: 'api', globalSetup: '@commons/shared-db/testing/global-setup' });
