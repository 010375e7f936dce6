import { UnsendableParameterError } from './context-errors.ts';

/** A parameter that the driver can serialise whatever type PostgreSQL gives it. */
export type SendableParameter = string | bigint | boolean | Uint8Array | null;

const parametersMax = 65_533;

/**
 * The parameters as they are handed to the driver. It serialises them when it writes the query, and one that fails there, in the
 * middle of a pipeline, makes it give this query's answer to another; so whatever could fail is refused here, before anything is sent.
 */
export function sendableParameters(values: readonly unknown[]): SendableParameter[] {
  if (values.length > parametersMax) {
    throw new UnsendableParameterError(
      'TOO_MANY_PARAMETERS',
      `A query has at most ${parametersMax} parameters; this one has ${values.length}. Send it in pieces.`,
    );
  }
  return values.map(sendable);
}

function sendable(value: unknown, index: number): SendableParameter {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return value;
    case 'number':
      return String(value);
    case 'undefined':
      throw new UnsendableParameterError(
        'UNDEFINED_VALUE',
        `Parameter $${index + 1} is undefined. Leave it out of the query, or pass null.`,
      );
    case 'object':
      if (value === null || value instanceof Uint8Array) return value;
      if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  }
  throw new UnsendableParameterError(
    'UNSENDABLE_VALUE',
    `Parameter $${index + 1} is ${kind(value)}, which PostgreSQL has no form for. Pass it through its column, or as text.`,
  );
}

function kind(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Date) return 'an invalid date';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
