import { router, signedInProcedure } from '@commons/api';
import { z } from 'zod';
import { contextById } from './by-id.ts';
import { createContext } from './create.ts';
import { listContexts } from './list.ts';
import { removeContext } from './remove.ts';
import { ContextDetails, ContextId, ContextSummary, CreateContext, UpdateContext } from './schemas.ts';
import { updateContext } from './update.ts';

export const contextsRouter = router({
  list: signedInProcedure.output(z.array(ContextSummary)).query(({ ctx }) => listContexts(ctx)),
  byId: signedInProcedure
    .input(ContextId)
    .output(ContextDetails)
    .query(({ ctx, input }) => contextById(ctx, input)),
  create: signedInProcedure
    .input(CreateContext)
    .output(ContextDetails)
    .mutation(({ ctx, input }) => createContext(ctx, input)),
  update: signedInProcedure
    .input(UpdateContext)
    .output(ContextDetails)
    .mutation(({ ctx, input }) => updateContext(ctx, input)),
  remove: signedInProcedure.input(ContextId).mutation(({ ctx, input }) => removeContext(ctx, input)),
});
