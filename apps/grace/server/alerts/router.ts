import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { acknowledgeAlert } from './acknowledge.ts';
import { listAlerts } from './list.ts';
import { Alert, AlertId, ProfileAlerts } from './schemas.ts';

export const alertsRouter = router({
  list: signedInProcedure
    .input(ProfileAlerts)
    .output(z.array(Alert))
    .query(({ ctx, input }) => listAlerts(ctx, input)),
  acknowledge: signedInProcedure
    .input(AlertId)
    .output(z.void())
    .mutation(({ ctx, input }) => acknowledgeAlert(ctx, input)),
});
