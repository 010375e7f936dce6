import { errorTable } from '../errors/error-table.ts';
import { toAppError } from '../errors/to-app-error.ts';
import type { OpenSpan, SpanFacts, Tracer } from './tracer.ts';

/** Runs `work` as a part of the current span, if there is one. */
export async function withinChild<T>(
  tracer: Tracer,
  name: string,
  facts: SpanFacts,
  work: () => Promise<T>,
): Promise<T> {
  const span = tracer.child(name, facts);
  if (!span) return work();
  try {
    const result = await span.run(work);
    span.end({ failed: false });
    return result;
  } catch (error) {
    endFailed(span, error);
    throw error;
  }
}

/** Ends a span by an error: its code of the vocabulary, never its text. What somebody did wrong is no failure of the server. */
export function endFailed(span: OpenSpan, error: unknown, facts: SpanFacts = {}): void {
  const { code } = toAppError(error);
  span.end({ failed: isFailure(code), facts: { ...facts, 'commons.outcome': code } });
}

/** Whether a code of the vocabulary is the server's fault. */
export function isFailure(code: keyof typeof errorTable): boolean {
  return errorTable[code].httpStatus >= 500;
}
