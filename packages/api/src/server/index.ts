export { EnvironmentError, readServerEnvironment, type ServerEnvironment } from '../env.ts';
export type { Deliver, Mail } from '../identity/mailer.ts';
export { keptSecret } from '../kept-secret.ts';
export { type Log, type LogOptions, openLog } from '../log.ts';
export { runSite, type Site } from '../site/run-site.ts';
export { runSiteDb } from '../site/run-site-db.ts';
export type { AppLink, DemoLogin } from './api-routes.ts';
export type { DevelopmentPages } from './pages.ts';
export type { SignInLimits } from './sign-in-limits.ts';
export {
  type Development,
  type RunningServer,
  type StartServerOptions,
  startServer,
} from './start-server.ts';
