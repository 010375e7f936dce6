/** What the clients were promised, and what they saw go wrong. */
export class Ledger {
  readonly counts = new Map<string, number>();
  readonly errors = new Map<string, number>();
  /** Names of acknowledged businesses, by person. */
  readonly businesses = new Map<string, Set<string>>();
  /** Acknowledged questions, by person. */
  readonly questions = new Map<string, { conversationId: string; answerId: string }[]>();
  resetMails = 0;

  count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }

  error(kind: string): void {
    this.errors.set(kind, (this.errors.get(kind) ?? 0) + 1);
  }
}

/** What may happen to a request while processes and connections are killed; everything else is a fault. */
export const allowedErrors = new Set([
  'connection lost',
  'UNAVAILABLE',
  'RATE_LIMITED',
  'stream broke off',
  'CONFLICT',
]);
