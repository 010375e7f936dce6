import { router } from '@commons/api';
import { changesRouter } from './changes/router.ts';
import { contextsRouter } from './contexts/router.ts';
import { conversationsRouter } from './conversations/router.ts';
import { messagesRouter } from './messages/router.ts';
import { modelRouter } from './model/router.ts';

export const chidiRouter = router({
  changes: changesRouter,
  contexts: contextsRouter,
  conversations: conversationsRouter,
  messages: messagesRouter,
  model: modelRouter,
});

export type ChidiRouter = typeof chidiRouter;
