import type { CallLimit } from './limits/call-limit.ts';
import type { Log } from './log.ts';
import type { RequestContext } from './trpc/request-context.ts';

/** What a plain route of an app gets; whoever asks is nobody, whatever cookie they bring. */
export interface RouteRequest
  extends Pick<RequestContext, 'requestId' | 'now' | 'siteUrl' | 'asAnon' | 'signal'> {
  /** The parts of the path that the pattern names. */
  readonly params: Readonly<Record<string, string>>;
  readonly log: Log;
  /** Of whoever asks, for the audit log. */
  readonly ipAddress: string | undefined;
  readonly userAgent: string | undefined;
}

/** What it answers. */
export interface RouteAnswer {
  body: string | Uint8Array<ArrayBuffer>;
  contentType: string;
  /** Such as `content-disposition`; without a `cache-control` nobody keeps the answer. */
  headers?: Readonly<Record<string, string>>;
}

/**
 * Something that is read with a plain GET, such as a feed that calendars subscribe to, or that a link does with a plain POST. What it throws is answered like any error; what
 * is not there is NOT_FOUND. A part of its path may be a secret: no log, figure or trace names it.
 */
export interface AppRoute {
  /**
   * Below `/<app>`, at least two parts deep: `/feeds/:file`. The first part is a word of its own, so that everything below it is the
   * route's and no page's.
   */
  path: string;
  /** How often one client may ask; a general limit applies without it. */
  limit?: CallLimit;
  answer(request: RouteRequest): Promise<RouteAnswer>;
  /**
   * Answers a POST, whatever it carries and wherever it comes from: what the path names has to say all that it may do. A GET of the same
   * path changes nothing, because programs that look into mails follow every link.
   */
  receive?(request: RouteRequest): Promise<RouteAnswer>;
}

const pattern = /^\/[a-z][a-z0-9-]*(\/(:[a-z]+|[a-z0-9][a-z0-9.-]*))+$/;
// What the server and the built pages use themselves.
const taken = new Set(['trpc', 'assets', 'sign-in', 'sign-up', 'reset-password', 'forgot-password']);

/**
 * The first part of a route's path, below its app, with slashes around it.
 *
 * @throws when the route could stand in the way of a page or a procedure
 */
export function routeFolder(app: string, { path }: Pick<AppRoute, 'path'>): string {
  const [, first = ''] = path.split('/');
  if (!pattern.test(path) || taken.has(first)) {
    throw new Error(
      `The route "${path}" of ${app} needs a path like /feeds/:file, of two parts or more, and not below ${[...taken].join(', ')}.`,
    );
  }
  return `/${app}/${first}/`;
}
