import { ModelError } from '../model-error.ts';

/**
 * A model's vector with the declared length and the norm 1. A shorter one is filled up with zeros, which changes no
 * angle; a longer one, or one without a direction, is no answer.
 */
export function toUnitVector(vector: number[], dimensions: number): number[] {
  if (vector.length === 0 || vector.length > dimensions) {
    throw new ModelError('MODEL_MALFORMED', { detail: `${vector.length} dimensions` });
  }
  const norm = Math.hypot(...vector);
  if (!Number.isFinite(norm) || norm === 0) {
    throw new ModelError('MODEL_MALFORMED', { detail: 'a vector without direction' });
  }
  return Array.from({ length: dimensions }, (_, i) => (vector[i] ?? 0) / norm);
}
