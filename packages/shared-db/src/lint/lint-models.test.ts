import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { lintModels } from './lint-models.ts';

describe('lintModels', () => {
  it('accepts camelCase for what SQL has in snake_case, and looks at tables only', () => {
    const notes = pgTable('notes', {
      userId: integer('user_id'),
      line2: text('line_2'),
      sha256: text('sha256'),
    });
    expect(lintModels({ notes, Anything: 1, notes_grants: {} })).toEqual([]);
  });

  it.each([
    ['Notes', { userId: integer('user_id') }, 'Notes'],
    ['my_notes', { userId: integer('user_id') }, 'my_notes'],
    ['notes', { user_id: integer('user_id') }, 'notes.user_id'],
    ['notes', { userId: integer('userId') }, 'notes.userId'],
    ['notes', { owner: integer('user_id') }, 'notes.owner'],
  ])('finds the fault in %s %o', (model, columns, object) => {
    expect(lintModels({ [model]: pgTable('notes', columns) })).toMatchObject([
      { rule: 'model-names', object },
    ]);
  });
});
