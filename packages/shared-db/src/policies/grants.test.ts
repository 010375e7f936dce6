import { integer, pgSchema, pgTable, text } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { grants } from './grants.ts';

const columns = { id: integer('id'), fullName: text('full_name') };
const people = pgTable('people', columns);
const notes = pgSchema('notes').table('notes', columns);

describe('grants', () => {
  it('lists columns by their SQL names', () => {
    const { table, statements } = grants(people, {
      anon: { select: true },
      authenticated: { select: true, insert: ['id', 'fullName'], update: ['fullName'], delete: true },
    });
    expect(table).toBe('"public"."people"');
    expect(statements).toEqual([
      'GRANT SELECT ON "public"."people" TO "anon";',
      'GRANT SELECT, INSERT ("id", "full_name"), UPDATE ("full_name"), DELETE ON "public"."people" TO "authenticated";',
    ]);
  });

  it('lists the columns of a narrow SELECT', () => {
    expect(grants(people, { commons_service: { select: ['id'] } }).statements).toEqual([
      'GRANT SELECT ("id") ON "public"."people" TO "commons_service";',
    ]);
  });

  it('names the schema of its table, and nothing for a role without rights', () => {
    expect(grants(notes, { commons_service: { delete: true }, anon: {} }).statements).toEqual([
      'GRANT DELETE ON "notes"."notes" TO "commons_service";',
    ]);
  });
});
