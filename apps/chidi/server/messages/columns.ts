import { sql } from 'drizzle-orm';
import { messages } from '../../db/schema/messages.ts';
import type { Message } from './schemas.ts';

// One whose writer has gone reads as interrupted before anybody has written that down.
const status = sql<Message['status']>`
  case when ${messages.leaseExpiresAt} < now() then 'interrupted' else ${messages.status} end`;

/** A message as people see it. */
export const messageColumns = {
  id: messages.id,
  parentId: messages.parentId,
  siblingOrder: messages.siblingOrder,
  role: messages.role,
  content: messages.content,
  status,
  errorCode: messages.errorCode,
  receipt: messages.receipt,
  createdAt: messages.createdAt,
};
