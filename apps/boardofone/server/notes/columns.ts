import { notes } from '../../db/schema/notes.ts';

export const noteColumns = {
  id: notes.id,
  title: notes.title,
  body: notes.body,
  version: notes.version,
  createdAt: notes.createdAt,
  updatedAt: notes.updatedAt,
};
