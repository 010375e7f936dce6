import { fileURLToPath } from 'node:url';
import { packageVitestConfig } from '@commons/tooling/vitest';

export default packageVitestConfig({
  name: 'ui',
  environment: 'jsdom',
  setupFiles: [fileURLToPath(new URL('./testing/setup.ts', import.meta.url))],
});
