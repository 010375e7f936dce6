/** What a span says: names and figures that the code chose, never what a request brought along. */
export type SpanFacts = Readonly<Record<string, string | number | undefined>>;

/** A span that has begun. */
export interface OpenSpan {
  /** Runs `work`, and what it sets off, with this span as the current one. */
  run<T>(work: () => T): T;
  /** Ends it, for better or worse. */
  end(outcome: { failed: boolean } & { facts?: SpanFacts }): void;
}

/** The port to whoever traces. Where nothing is configured there is none, so that callers write `tracer?.…` and pay nothing. */
export interface Tracer {
  /** Begins what nothing is above: a request, a job. */
  root(kind: 'request' | 'job', name: string, facts: SpanFacts): OpenSpan;
  /** Begins a part of the current span; without one there is nothing to be part of. */
  child(name: string, facts: SpanFacts): OpenSpan | undefined;
  /** Hands over what has ended, for a bounded time, and never fails. */
  close(): Promise<void>;
}
