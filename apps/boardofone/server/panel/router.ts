import { router, signedInProcedure } from '@commons/api';
import { Session } from '../sessions/schemas.ts';
import { StartPanel } from './schemas.ts';
import { startPanel } from './start.ts';

export const panelRouter = router({
  start: signedInProcedure
    .input(StartPanel)
    .output(Session)
    .mutation(({ ctx, input }) => startPanel(ctx, input)),
});
