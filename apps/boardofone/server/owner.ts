import type { SignedInContext } from '@commons/api';

/** Whoever a session belongs to, as far as changing it goes: a request, or what plays a session for the demonstration. */
export interface Owner extends Pick<SignedInContext, 'asUser' | 'now' | 'realtime' | 'models'> {
  user: { readonly id: string };
}
