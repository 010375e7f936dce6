import { fillNumber } from './fill-number.ts';
import { fillString } from './fill-string.ts';
import type { Json, JsonSchema } from './json-schema.ts';
import type { OfflinePrompt } from './read-prompt.ts';

interface Place {
  root: JsonSchema;
  prompt: OfflinePrompt;
  /** The property that is being filled; it chooses the words. */
  name: string;
  depth: number;
}

const deepest = 8;

/** Fills a JSON schema with values that satisfy it: words from the context for text, the first choice elsewhere. */
export function fillSchema(schema: JsonSchema, prompt: OfflinePrompt): Json {
  return fill(schema, { root: schema, prompt, name: '', depth: 0 });
}

function fill(definition: JsonSchema, place: Place): Json {
  const schema = resolve(definition, place.root);
  const choices = schema.anyOf ?? schema.oneOf;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.[0] !== undefined) return schema.enum[0];
  if (choices?.[0]) return fill(choose(choices, place) ?? choices[0], place);
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

/** Follows references and merges what `allOf` joins. */
function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref !== undefined) {
    const path = schema.$ref.replace(/^#\/?/, '').split('/').filter(Boolean);
    return resolve(path.reduce<unknown>(step, root) as JsonSchema, root);
  }
  const whole: JsonSchema = {
    ...schema,
    properties: { ...schema.properties },
    required: [...(schema.required ?? [])],
  };
  for (const part of schema.allOf ?? []) {
    const { properties, required = [], ...rest } = resolve(part, root);
    Object.assign(whole, rest);
    Object.assign(whole.properties ?? {}, properties);
    whole.required?.push(...required);
  }
  return whole;
}

function step(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[key] : undefined;
}

/** Past a certain depth a recursive schema is closed with the choice that needs no further filling. */
function choose(choices: JsonSchema[], { depth, root }: Place): JsonSchema | undefined {
  const types = choices.map((choice) => ({ choice, type: typeOf(resolve(choice, root)) }));
  return depth < deepest
    ? types.find(({ type }) => type !== 'null')?.choice
    : types.find(({ type }) => type !== 'object' && type !== 'array')?.choice;
}

function typeOf(schema: JsonSchema): string | undefined {
  if (Array.isArray(schema.type)) return schema.type.find((type) => type !== 'null') ?? 'null';
  return schema.type ?? (Object.keys(schema.properties ?? {}).length > 0 ? 'object' : undefined);
}

function fillObject(schema: JsonSchema, place: Place): Json {
  const required = new Set(schema.required);
  const entries = Object.entries(schema.properties ?? {})
    .filter(([name]) => required.has(name) || place.depth < deepest)
    .map(([name, property]) => [name, fill(property, { ...place, name, depth: place.depth + 1 })]);
  return Object.fromEntries(entries);
}

function fillArray(schema: JsonSchema, place: Place): Json {
  const { items = {}, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  const inside = { ...place, depth: place.depth + 1 };
  if (Array.isArray(items)) return items.map((item) => fill(item, inside));
  const length = Math.max(minItems, place.depth < deepest ? Math.min(1, maxItems) : 0);
  return Array.from({ length }, () => fill(items, inside));
}
