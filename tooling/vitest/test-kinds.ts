/** The Vite mode in which only tests that need no service run: `vitest run --mode unit`. */
export const unitMode = 'unit';

/** The Vite mode in which only the others run: `vitest run --mode service`. */
export const serviceMode = 'service';

/** Every test file, whatever it needs. */
export const allTests = ['**/*.test.{ts,tsx}'];

/** Test files that need a database or a browser. */
export const serviceTests = ['**/*.db.test.{ts,tsx}', '**/*.e2e.test.{ts,tsx}'];
