import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'tooling'],
    maxWorkers: 3,
    passWithNoTests: true,
  },
});
