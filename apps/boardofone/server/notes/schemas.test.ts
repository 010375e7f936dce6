import { describe, expect, it } from 'vitest';
import { CreateNote, ListNotes } from './schemas.ts';

const id = '019aa5c0-0000-7000-8000-000000000001';
const problems = (input: object) =>
  CreateNote.safeParse({ id, title: 'Milk', body: '', ...input }).error?.issues.map(({ message }) => message);

describe('what a person may write into a note', () => {
  it('is a title, and a text if there is more to say', () => {
    expect(problems({})).toBeUndefined();
  });

  it.each([
    [{ title: ' \n' }, 'Give it a title.'],
    [{ title: 'x'.repeat(201) }, 'Keep the title under 200 characters.'],
    [{ body: 'x'.repeat(20_001) }, 'Keep the note under 20,000 characters.'],
  ])('is refused in words when it cannot be kept', (input, problem) => {
    expect(problems(input)).toEqual([problem]);
  });

  it('is listed thirty at a time unless asked for otherwise, and never more than fifty', () => {
    expect(ListNotes.parse({})).toEqual({ limit: 30 });
    expect(ListNotes.safeParse({ limit: 51 }).success).toBe(false);
  });
});
