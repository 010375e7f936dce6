import { router } from '@commons/api';
import { changes } from './changes.ts';

export const appRouter = router({
  changes: changes.router,
});

export type AppRouter = typeof appRouter;
