import { router, sessionGuarded, signedInProcedure } from '@commons/api';
import { followChanges } from './follow.ts';

export const changesRouter = router({
  follow: signedInProcedure.subscription(({ ctx }) =>
    sessionGuarded(ctx, (signal) => followChanges(ctx, signal)),
  ),
});
