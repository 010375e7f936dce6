import { packageVitestConfig } from '@commons/tooling/vitest';

export default packageVitestConfig({ name: 'ai', globalSetup: '@commons/shared-db/testing/global-setup' });
