import { packageVitestConfig } from '@commons/tooling/vitest';

export default packageVitestConfig({ name: 'shared-db', globalSetup: './testing/global-setup.ts' });
