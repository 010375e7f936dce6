import { z } from 'zod';

/** What a note is about. */
export const noteCategories = ['general', 'symptom', 'mood', 'food', 'sleep', 'visit'] as const;
export const NoteCategory = z.enum(noteCategories, 'Choose what it is about.');
