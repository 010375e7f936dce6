import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*', 'tooling'],
    // One more than there are cores at least: tests wait for the database and the browser.
    maxWorkers: 3,
    passWithNoTests: true,
  },
});
