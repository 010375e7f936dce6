import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fillSchema } from './fill-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { readPrompt } from './read-prompt.ts';

const prompt = readPrompt([
  { role: 'system', content: '## Tone\nWarm and dry.\n\n## Policies\nReturns within 30 days.' },
  { role: 'user', content: [{ type: 'text', text: 'Propose a change.' }] },
]);

function filled(schema: z.ZodType): unknown {
  return schema.parse(fillSchema(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema, prompt));
}

const leaves = fc.oneof(
  fc.tuple(fc.nat(60), fc.nat(60)).map(([min, more]) =>
    z
      .string()
      .min(min)
      .max(min + more),
  ),
  fc.constantFrom(z.email(), z.uuid(), z.url(), z.iso.date(), z.iso.datetime()),
  fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(50)).map(([min, more]) =>
    z
      .int()
      .min(min)
      .max(min + more),
  ),
  fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 50 })).map(([min, more]) =>
    z
      .number()
      .gt(min)
      .lt(min + more),
  ),
  fc.constantFrom(z.boolean(), z.null(), z.literal('fixed'), z.literal(7), z.enum(['one', 'two'])),
);

const { schema: schemas } = fc.letrec<{ schema: z.ZodType; object: z.ZodType; list: z.ZodType }>((tie) => ({
  schema: fc.oneof({ maxDepth: 3 }, leaves, tie('object'), tie('list')),
  object: fc
    .dictionary(
      fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
      tie('schema'),
      { maxKeys: 4 },
    )
    .map((shape) => z.object(shape)),
  list: fc
    .record({
      item: tie('schema'),
      min: fc.nat(2),
      kind: fc.constantFrom('array', 'optional', 'nullable', 'union'),
    })
    .map(({ item, min, kind }) =>
      kind === 'array'
        ? z.array(item).min(min)
        : kind === 'optional'
          ? z.object({ a: item.optional() })
          : kind === 'nullable'
            ? item.nullable()
            : z.union([item, z.string()]),
    ),
}));

describe('filling a schema', () => {
  it('gives a value that satisfies it, whatever it is made of', () => {
    fc.assert(
      fc.property(schemas, (schema) => void filled(schema)),
      { numRuns: 300 },
    );
  });

  it('takes the words for a property from the section of that name', () => {
    expect(filled(z.object({ tone: z.string(), returnPolicy: z.string() }))).toEqual({
      tone: 'Warm and dry.',
      returnPolicy: 'Returns within 30 days.',
    });
  });

  it('takes the words of the user where the context has none', () => {
    expect(filled(z.object({ zebra: z.string() }))).toEqual({ zebra: 'Propose a change.' });
  });

  it.each([/^[a-z]+$/, /^\d+$/, /^#[0-9a-f]{6}$/, /^[A-Z]{3}$/])(
    'finds a text for the pattern %s',
    (pattern) => {
      expect(filled(z.string().regex(pattern))).toMatch(pattern);
    },
  );

  it('closes a schema that contains itself', () => {
    interface Tree {
      name: string;
      branches: Tree[];
    }
    const tree: z.ZodType<Tree> = z.object({
      name: z.string(),
      get branches() {
        return z.array(tree);
      },
    });
    expect(filled(tree)).toMatchObject({ branches: [{ branches: [{}] }] });
  });

  it('merges what allOf joins', () => {
    expect(filled(z.intersection(z.object({ a: z.literal(1) }), z.object({ b: z.literal(2) })))).toEqual({
      a: 1,
      b: 2,
    });
  });
});
