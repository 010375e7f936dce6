import { router } from '@commons/api';
import { accountRouter } from './account/router.ts';
import { changes } from './changes.ts';
import { costsRouter } from './costs/router.ts';
import { followUpsRouter } from './follow-ups/router.ts';
import { forksRouter } from './forks/router.ts';
import { noticesRouter } from './notices/router.ts';
import { outcomesRouter } from './outcomes/router.ts';
import { ownPersonasRouter } from './own-personas/router.ts';
import { panelRouter } from './panel/router.ts';
import type { PaymentSource } from './payments/payments.ts';
import { personasRouter } from './personas/router.ts';
import { planRouter } from './plan/router.ts';
import { roomRouter } from './room/router.ts';
import { sessionsRouter } from './sessions/router.ts';
import { sharingRouter } from './sharing/router.ts';

const routers = {
  account: accountRouter,
  changes: changes.router,
  costs: costsRouter,
  followUps: followUpsRouter,
  forks: forksRouter,
  outcomes: outcomesRouter,
  notices: noticesRouter,
  panel: panelRouter,
  room: roomRouter,
  sessions: sessionsRouter,
  sharing: sharingRouter,
  ownPersonas: ownPersonasRouter,
  personas: personasRouter,
};

/** Everything that pages ask, with the provider of payments of this installation. */
export const appRouter = (payments: PaymentSource) => router({ ...routers, plan: planRouter(payments) });

export type AppRouter = ReturnType<typeof appRouter>;
