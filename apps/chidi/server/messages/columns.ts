import { sql } from 'drizzle-orm';
import { messages } from '../../db/schema/messages.ts';
import type { Message } from './schemas.ts';

/** A message as people see it: one whose writer has gone reads as interrupted before anybody has written that down. */
export const messageColumns = {
  id: messages.id,
  parentId: messages.parentId,
  siblingOrder: messages.siblingOrder,
  role: messages.role,
  content: messages.content,
  status: sql<
    Message['status']
  >`case when ${messages.leaseExpiresAt} < now() then 'interrupted' else ${messages.status} end`,
  errorCode: messages.errorCode,
  receipt: messages.receipt,
  createdAt: messages.createdAt,
};
