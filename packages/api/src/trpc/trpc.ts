import { initTRPC } from '@trpc/server';
import type { ProcedureMeta } from '../limits/call-limit.ts';
import { errorShape } from './error-shape.ts';
import type { RequestContext } from './request-context.ts';

/** The one tRPC instance; apps get its parts from `procedures.ts`. */
export const t = initTRPC
  .context<RequestContext>()
  .meta<ProcedureMeta>()
  .create({
    // Never the development behaviour, which sends stacks to clients.
    isDev: false,
    errorFormatter: errorShape,
    sse: {
      maxDurationMs: 10 * 60_000,
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 45_000 },
    },
  });
