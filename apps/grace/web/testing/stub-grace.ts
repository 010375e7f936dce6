import { type StubbedProcedure, stubProcedures } from '@commons/ui/testing';
import type { Profile } from '../client.ts';

/**
 * Stands in for GRACE's server, for somebody who answers for one person. What the frame of every page asks is answered; a page's
 * own questions are the test's. Returns the calls as they come in.
 */
export function stubGrace(
  profile: Profile,
  procedures: Record<string, StubbedProcedure>,
): { path: string; input: unknown }[] {
  return stubProcedures('grace', {
    'profiles.list': () => [profile],
    'alerts.list': () => [],
    'notices.unread': () => 0,
    ...procedures,
  });
}
