import { unitMode } from '@commons/tooling/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig(({ mode }) => ({
  test: {
    projects: ['packages/*', 'apps/*', 'tooling'],
    // One PostgreSQL for the whole run; each test file clones its own database from a template.
    globalSetup: mode === unitMode ? [] : ['@commons/shared-db/testing/global-setup'],
    maxWorkers: 2,
    passWithNoTests: true,
  },
}));
