import { chatTurns } from '../../db/schema/chat-turns.ts';

export const turnColumns = {
  id: chatTurns.id,
  position: chatTurns.position,
  role: chatTurns.role,
  kind: chatTurns.kind,
  content: chatTurns.content,
  choices: chatTurns.choices,
  status: chatTurns.status,
  errorCode: chatTurns.errorCode,
  createdAt: chatTurns.createdAt,
};
