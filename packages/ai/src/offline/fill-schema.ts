import type { JSONSchema7, JSONSchema7Definition } from '@ai-sdk/provider';
import { fillNumber } from './fill-number.ts';
import { fillString } from './fill-string.ts';
import type { OfflinePrompt } from './read-prompt.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A JSON schema with the definitions that newer drafts keep under `$defs`. */
type Schema = JSONSchema7 & { $defs?: Record<string, JSONSchema7Definition> };

interface Place {
  root: Schema;
  prompt: OfflinePrompt;
  /** The property that is being filled; it chooses the words. */
  name: string;
  depth: number;
}

const deepest = 12;

/** Fills a JSON schema with values that satisfy it: words from the context where text is wanted, the first choice elsewhere. */
export function fillSchema(schema: JSONSchema7, prompt: OfflinePrompt): Json {
  return fill(schema, { root: schema, prompt, name: '', depth: 0 });
}

function fill(definition: JSONSchema7Definition | undefined, place: Place): Json {
  if (definition === undefined || typeof definition === 'boolean') return null;
  const schema = resolve(definition, place.root);
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (schema.const !== undefined) return schema.const as Json;
  if (schema.enum?.[0] !== undefined) return schema.enum[0] as Json;
  if (choice !== undefined) return fill(simplest(schema.anyOf ?? schema.oneOf ?? [], place) ?? choice, place);
  switch (typeOf(schema)) {
    case 'object':
      return fillObject(schema, place);
    case 'array':
      return fillArray(schema, place);
    case 'string':
      return fillString(schema, place);
    case 'number':
    case 'integer':
      return fillNumber(schema);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function resolve(schema: Schema, root: Schema): Schema {
  const merged = (schema.allOf ?? []).reduce<Schema>((whole, part) => {
    const resolved = typeof part === 'boolean' ? {} : resolve(part, root);
    return { ...whole, ...resolved, properties: { ...whole.properties, ...resolved.properties } };
  }, schema);
  const target = merged.$ref?.replace(/^#\/?/, '').split('/').filter(Boolean).reduce<unknown>(step, root);
  return target === undefined ? merged : resolve(target as Schema, root);
}

function step(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined;
}

/** Past a certain depth a recursive schema is closed with the choice that needs no further filling. */
function simplest(choices: JSONSchema7Definition[], { depth }: Place): JSONSchema7Definition | undefined {
  if (depth < deepest) return choices[0];
  return choices.find((choice) => typeof choice === 'object' && choice.type === 'null');
}

function typeOf(schema: Schema): string | undefined {
  if (Array.isArray(schema.type)) return schema.type.find((type) => type !== 'null') ?? 'null';
  return schema.type ?? (schema.properties ? 'object' : undefined);
}

function fillObject(schema: Schema, place: Place): Json {
  const required = new Set(schema.required ?? []);
  const entries = Object.entries(schema.properties ?? {})
    .filter(([name]) => required.has(name) || place.depth < deepest)
    .map(([name, property]) => [name, fill(property, { ...place, name, depth: place.depth + 1 })]);
  return Object.fromEntries(entries);
}

function fillArray(schema: Schema, place: Place): Json {
  if (Array.isArray(schema.items)) return schema.items.map((item) => fill(item, { ...place, depth: place.depth + 1 }));
  const wished = place.depth < deepest ? 1 : 0;
  const length = Math.max(schema.minItems ?? 0, Math.min(wished, schema.maxItems ?? wished));
  return Array.from({ length }, () => fill(schema.items as JSONSchema7Definition, { ...place, depth: place.depth + 1 }));
}
