import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { listConsents } from './list.ts';
import { Consent, ListConsents } from './schemas.ts';

export const consentsRouter = router({
  list: signedInProcedure
    .input(ListConsents)
    .output(z.array(Consent))
    .query(({ ctx, input }) => listConsents(ctx, input)),
});
