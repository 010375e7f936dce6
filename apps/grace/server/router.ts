import { router } from '@commons/api';
import { changes } from './changes.ts';
import { profilesRouter } from './profiles/router.ts';

export const graceRouter = router({
  changes: changes.router,
  profiles: profilesRouter,
});

export type GraceRouter = typeof graceRouter;
