import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { OfProfile } from '../care/schemas.ts';
import { changeGrant } from './change.ts';
import { endGrant } from './end.ts';
import { listCaregivers } from './list.ts';
import { orderEscalation } from './order-escalation.ts';
import { CaregiverId, CareTeam, ChangeGrant, OrderEscalation } from './schemas.ts';

export const caregiversRouter = router({
  list: signedInProcedure
    .input(OfProfile)
    .output(CareTeam)
    .query(({ ctx, input }) => listCaregivers(ctx, input)),
  change: signedInProcedure
    .input(ChangeGrant)
    .output(z.void())
    .mutation(({ ctx, input }) => changeGrant(ctx, input)),
  end: signedInProcedure
    .input(CaregiverId)
    .output(z.void())
    .mutation(({ ctx, input }) => endGrant(ctx, input)),
  orderEscalation: signedInProcedure
    .input(OrderEscalation)
    .output(z.void())
    .mutation(({ ctx, input }) => orderEscalation(ctx, input)),
});
