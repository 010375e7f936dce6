import { ModelError } from '../model-error.ts';
import { finishOfBrokenCall, type ReportedUsage } from '../usage/finish.ts';
import type { Billing } from './connected-model.ts';
import type { Supervision } from './supervise.ts';
import { toModelError } from './to-model-error.ts';

/** The error that the caller sees for a failed call: our own verdict before the provider's, with the usage so far. */
export function errorOfCall(
  error: unknown,
  context: { model: Billing; call: Supervision; usage?: ReportedUsage },
): unknown {
  const known = context.call.verdict() ?? toModelError(error);
  if (!(known instanceof ModelError) || known.partialUsage) return known;
  const { code, detail, retryAfterMs } = known;
  const partialUsage = finishOfBrokenCall(context.model, context.usage ?? {});
  return new ModelError(code, { detail, retryAfterMs, partialUsage });
}
