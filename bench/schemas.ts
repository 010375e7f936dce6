import { z } from 'zod';

export const ListNotes = z.object({ limit: z.int().min(1).max(50) });

export const CreateNote = z.object({
  title: z.string().trim().min(1).max(200),
  body: z.string().max(20_000),
});

export const Note = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
