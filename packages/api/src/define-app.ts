import type { ModelPort } from '@commons/ai';
import type { Database, DatabaseModule } from '@commons/shared-db';
import type { ServiceDatabase } from '@commons/shared-db/service';
import type { AnyTRPCRouter } from '@trpc/server';
import type { AppHook } from './app-hook.ts';
import type { AppRoute } from './app-route.ts';
import type { JobDefinition } from './jobs/define-job.ts';
import type { Log } from './log.ts';
import type { Measure } from './metrics/create-metrics.ts';
import type { WebPush } from './push/web-push.ts';
import type { Realtime } from './realtime/realtime.ts';

/** What an app may use outside any request. */
export interface AppRuntime {
  readonly database: Database;
  readonly models: ModelPort;
  readonly realtime: Realtime;
  readonly log: Log;
  /** The clock, which tests move; nothing else of an app asks what time it is. */
  readonly now: () => Date;
  /** Address of the site as people see it, without a slash at its end. */
  readonly siteUrl: () => string;
  readonly push: WebPush;
}

/**
 * Ends an app's own work at shutdown: it finishes what runs for as long as `hurry` has not aborted, and then hands the rest over
 * to another process, or to whoever comes back.
 */
export type StopApp = (hurry: AbortSignal) => void | Promise<void>;

/** What brings reference data into the database. */
export interface ReferenceContext {
  service: ServiceDatabase;
}

/** Somebody whom everybody may sign in as on a demonstration server. */
export interface DemoPerson {
  name: string;
  /** Ends in `@demo.example`. */
  email: string;
  /** One line on what this person shows. */
  about: string;
}

/** One app: a folder, a PostgreSQL schema, a router and a web frontend of the same name. */
export interface AppDefinition extends DatabaseModule {
  /** For people, in the launcher and the app switcher. */
  title: string;
  /** One sentence on what it is for. */
  description: string;
  router: AnyTRPCRouter;
  /** What is read by a plain GET and without a session, such as a calendar feed. */
  routes?: readonly AppRoute[];
  /** What other services post to, such as word of a payment. */
  hooks?: readonly AppHook[];
  /** Folder of the built frontend, usually `new URL('./web/dist/', import.meta.url)`. */
  pages?: URL;
  /** Figures of its own for `/metrics`, by name; each is read when somebody asks. */
  measures?: Readonly<Record<string, Measure>>;
  /** What is done outside of requests, by whichever process works: see `defineJob`. */
  jobs?: readonly JobDefinition[];
  /**
   * Brings in what the app cannot do without and everybody has in common, such as a catalogue. It runs whenever a process starts, after
   * the migrations and before anything else: called again it changes nothing, and two processes may call it at once.
   */
  reference?: (context: ReferenceContext) => Promise<void>;
  /** People of its own for the demonstration data; `seed` finds their ids by address. */
  demoPeople?: readonly DemoPerson[];
  /** Starts work that belongs to no request, before the first request is served. */
  start?: (runtime: AppRuntime) => StopApp | Promise<StopApp>;
}

/**
 * Declares an app and keeps its exact types, so that its client knows its own procedures and nobody else's.
 * @example export default defineApp({ name: 'notes', title: 'Notes', description: '…', router, schema, migrations })
 */
export function defineApp<const A extends AppDefinition>(app: A): A {
  return app;
}
