import { useSearchParams } from 'wouter';
import type { Note } from '../client.ts';
import { categories } from './categories.ts';

/** Which notes the address asks for. */
export interface NoteView {
  search?: string;
  authorId?: string;
  category?: Note['category'];
  from?: string;
  to?: string;
}

const keys = ['search', 'authorId', 'category', 'from', 'to'] as const;

/** The view that the address holds, and how to change it; what the address cannot mean is left out. */
export function useNoteView(): [NoteView, (part: Partial<Record<keyof NoteView, string | null>>) => void] {
  const [params, setParams] = useSearchParams();
  const { search, authorId, category, from, to } = Object.fromEntries(
    keys.map((key) => [key, params.get(key)?.slice(0, 200)]),
  );
  const view: NoteView = {
    ...(search && { search }),
    ...(isId(authorId) && { authorId }),
    ...(isCategory(category) && { category }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
  const change = (part: Partial<Record<keyof NoteView, string | null>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(part)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  return [view, change];
}

const isId = (text = ''): text is string => /^[0-9a-f-]{36}$/.test(text);
const isCategory = (text = ''): text is Note['category'] => Object.hasOwn(categories, text);
const isDay = (text = ''): text is string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
