import type { JsonSchema } from './json-schema.ts';

/** The smallest number from zero up that the schema allows, or the largest one below zero. */
export function fillNumber(schema: JsonSchema): number {
  const step = schema.multipleOf ?? (schema.type === 'integer' ? 1 : undefined);
  const nudge = step ?? 0.5;
  const low = Math.max(schema.minimum ?? -Infinity, (schema.exclusiveMinimum ?? -Infinity) + nudge);
  const high = Math.min(schema.maximum ?? Infinity, (schema.exclusiveMaximum ?? Infinity) - nudge);
  const near = low > high ? (low + high) / 2 : Math.min(Math.max(0, low), high);
  if (step === undefined) return near;
  return near >= 0 ? Math.ceil(near / step) * step : Math.floor(near / step) * step;
}
