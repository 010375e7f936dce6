import { router } from '@commons/api';
import { changes } from './changes.ts';
import { notesRouter } from './notes/router.ts';

export const appRouter = router({
  changes: changes.router,
  notes: notesRouter,
});

export type AppRouter = typeof appRouter;
