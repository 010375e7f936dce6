import type { ServiceDatabase } from '@commons/shared-db/service';
import type { RouteRequest } from './app-route.ts';
import type { CallLimit } from './limits/call-limit.ts';
import type { Realtime } from './realtime/realtime.ts';

/** What a hook gets; whoever posts is nobody until what they send proves who they are, whatever cookie they bring. */
export interface HookRequest extends Pick<RouteRequest, 'requestId' | 'now' | 'siteUrl' | 'signal' | 'log'> {
  readonly headers: Headers;
  /** Exactly as it came, for a signature is over bytes. */
  readonly body: Uint8Array;
  /** The service login's narrow rights; only after the proof. */
  readonly asService: ServiceDatabase['asService'];
  readonly realtime: Realtime;
}

/**
 * Something that another service posts to, such as word of a payment. It proves itself by what it sends, so that neither session nor
 * origin is asked; whoever returns without throwing is answered 200 and nothing else. Sent again it changes nothing.
 */
export interface AppHook {
  /** Below `/<app>`, like a route's: `/payments/webhook`. */
  path: string;
  /** How often one client may post; a general limit applies without it. */
  limit?: CallLimit;
  take(request: HookRequest): Promise<void>;
}
