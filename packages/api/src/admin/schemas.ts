import { z } from 'zod';

/** `POST /api/admin/users/list` */
export const ListUsers = z.object({
  /** The last id of the page before. */
  after: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(50),
  /** The whole address of one person, in any case. */
  email: z.string().min(1).max(255).optional(),
});

/** `POST /api/admin/users/end-sessions` */
export const EndSessions = z.object({ userId: z.uuid() });
