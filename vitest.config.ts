import { maxWorkers } from '@commons/tooling/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'tooling'],
    maxWorkers,
    passWithNoTests: true,
  },
});
