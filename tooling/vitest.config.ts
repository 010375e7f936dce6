import { packageVitestConfig } from './vitest/index.ts';

export default packageVitestConfig({ name: 'tooling' });
