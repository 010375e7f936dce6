import { z } from 'zod';

/** Text that a person wrote, without what no database can keep: NUL, and halves of characters. */
export const writtenText = z
  .string()
  .overwrite((text) => text.toWellFormed().replaceAll('\0', ''))
  .trim();
