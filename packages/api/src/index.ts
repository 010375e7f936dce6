export { tracked } from '@trpc/server';
export type { AppHook, HookRequest } from './app-hook.ts';
export type { AppRoute, RouteAnswer, RouteRequest } from './app-route.ts';
export {
  type AppDefinition,
  type AppRuntime,
  type DemoPerson,
  defineApp,
  type ReferenceContext,
  type StopApp,
} from './define-app.ts';
export { AppError, type AppErrorCode, type AppErrorOptions, type FieldErrors } from './errors/app-error.ts';
export type { ErrorBody, ErrorData } from './errors/error-body.ts';
export { type ErrorLog, errorLog } from './errors/error-log.ts';
export { toAppError } from './errors/to-app-error.ts';
export { hashToken } from './hash-token.ts';
export type { Mail } from './identity/mailer.ts';
export type { ProviderId } from './identity/providers.ts';
export type { Session, SessionUser } from './identity/session.ts';
export type { PostMail } from './jobs/app-mail.ts';
export {
  defineJob,
  defineServiceJob,
  type JobDefinition,
  type JobOptions,
  type PersonJob,
  type PersonJobDefinition,
  type ServiceJob,
  type ServiceJobDefinition,
} from './jobs/define-job.ts';
export { type EnqueueOptions, enqueue, enqueueAsService } from './jobs/enqueue.ts';
export type { CallLimit, ProcedureMeta } from './limits/call-limit.ts';
export { lockCaller } from './limits/lock-caller.ts';
export type { Log } from './log.ts';
export type { Measure } from './metrics/create-metrics.ts';
export type { PushMessage, PushOutcome, WebPush } from './push/web-push.ts';
export { personalChanges } from './realtime/personal-changes.ts';
export type { Realtime, RealtimeEvent, RealtimeMessage } from './realtime/realtime.ts';
export type { AppLink, DemoLogin } from './server/api-routes.ts';
export type { ErrorShape } from './trpc/error-shape.ts';
export {
  mergeRouters,
  publicProcedure,
  router,
  type SignedInContext,
  signedInProcedure,
} from './trpc/procedures.ts';
export type { RequestContext, RunInContext } from './trpc/request-context.ts';
export { sessionGuarded } from './trpc/session-guarded.ts';
