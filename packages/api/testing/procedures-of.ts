import type { AnyTRPCProcedure, AnyTRPCRouter } from '@trpc/server';

/** The procedures of a router by dotted path: at run time the record is flat, only its type is nested. */
export function proceduresOf(router: AnyTRPCRouter): Record<string, AnyTRPCProcedure> {
  return router._def.procedures;
}
