import { type StubbedProcedure, stubProcedures } from '@commons/ui/testing';

export { lostConnection, Refusal, Stream } from '@commons/ui/testing';

/** Stands in for Chidi's server. Returns the calls as they come in. */
export function stubChidi(procedures: Record<string, StubbedProcedure>): { path: string; input: unknown }[] {
  return stubProcedures('chidi', {
    'contexts.list': () => [],
    'conversations.list': () => ({ items: [], nextCursor: null }),
    'model.describe': () => ({ provider: 'test', model: 'tiny', offline: false }),
    ...procedures,
  });
}
