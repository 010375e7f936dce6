import { writtenText } from '@commons/api/schemas';
import { z } from 'zod';
import { Message, questionText } from '../messages/schemas.ts';

export const conversationTitle = writtenText
  .min(1, 'Give it a title.')
  .max(200, 'Keep the title under 200 characters.');

export const StartConversation = z.object({
  id: z.uuid(),
  userContextId: z.uuid(),
  questionId: z.uuid(),
  content: questionText,
});
export type StartConversation = z.infer<typeof StartConversation>;

export const ConversationId = z.object({ id: z.uuid() });
export type ConversationId = z.infer<typeof ConversationId>;

export const RenameConversation = z.object({ id: z.uuid(), title: conversationTitle });
export type RenameConversation = z.infer<typeof RenameConversation>;

export const ChooseLeaf = z.object({ id: z.uuid(), leafId: z.uuid() });
export type ChooseLeaf = z.infer<typeof ChooseLeaf>;

/** The place after which a page begins; it is what the last conversation of the page before says. */
const ConversationCursor = z.object({ lastMessageAt: z.iso.datetime(), id: z.uuid() });

export const ListConversations = z.object({
  cursor: ConversationCursor.nullish(),
  limit: z.int().min(1).max(50).default(30),
});
export type ListConversations = z.infer<typeof ListConversations>;

const ConversationSummary = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  userContextId: z.uuid(),
  lastMessageAt: z.string(),
});
export type ConversationSummary = z.infer<typeof ConversationSummary>;

export const ConversationPage = z.object({
  items: z.array(ConversationSummary),
  nextCursor: ConversationCursor.nullable(),
});
export type ConversationPage = z.infer<typeof ConversationPage>;

export const ConversationDetails = ConversationSummary.extend({
  activeLeafId: z.uuid().nullable(),
  messages: z.array(Message),
});
export type ConversationDetails = z.infer<typeof ConversationDetails>;
