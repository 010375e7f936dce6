import type { TRPCLink } from '@trpc/client';
import type { AnyTRPCRouter } from '@trpc/server';
import { observable, tap } from '@trpc/server/observable';
import { describeError } from '../errors/describe-error.ts';
import { serverUnreachable, sessionLost } from './signals.ts';

/** Notices, in any call and live subscription, that the session is gone or the server out of reach. */
export function signalLink<Router extends AnyTRPCRouter>(): TRPCLink<Router> {
  return () =>
    ({ op, next }) =>
      observable((observer) =>
        next(op)
          .pipe(tap({ error: (error) => signal(error) }))
          .subscribe(observer),
      );
}

function signal(error: unknown): void {
  const { code } = describeError(error);
  if (code === 'UNAUTHENTICATED') sessionLost.send();
  if (code === 'OFFLINE') serverUnreachable.send();
}
