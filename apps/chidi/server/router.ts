import { router } from '@commons/api';
import { changes } from './changes.ts';
import { contextsRouter } from './contexts/router.ts';
import { conversationsRouter } from './conversations/router.ts';
import { messagesRouter } from './messages/router.ts';
import { modelRouter } from './model/router.ts';

export const chidiRouter = router({
  changes: changes.router,
  contexts: contextsRouter,
  conversations: conversationsRouter,
  messages: messagesRouter,
  model: modelRouter,
});

export type ChidiRouter = typeof chidiRouter;
