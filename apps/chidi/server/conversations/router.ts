import { router, signedInProcedure } from '@commons/api';
import { answerLimit } from '../answers/answer-limit.ts';
import { Exchange } from '../messages/schemas.ts';
import { conversationById } from './by-id.ts';
import { chooseLeaf } from './choose-leaf.ts';
import { listConversations } from './list.ts';
import { removeConversation } from './remove.ts';
import { renameConversation } from './rename.ts';
import { restoreConversation } from './restore.ts';
import {
  ChooseLeaf,
  ConversationDetails,
  ConversationId,
  ConversationPage,
  ListConversations,
  RenameConversation,
  StartConversation,
} from './schemas.ts';
import { startConversation } from './start.ts';

export const conversationsRouter = router({
  list: signedInProcedure
    .input(ListConversations)
    .output(ConversationPage)
    .query(({ ctx, input }) => listConversations(ctx, input)),
  byId: signedInProcedure
    .input(ConversationId)
    .output(ConversationDetails)
    .query(({ ctx, input }) => conversationById(ctx, input)),
  start: signedInProcedure
    .meta(answerLimit)
    .input(StartConversation)
    .output(Exchange)
    .mutation(({ ctx, input }) => startConversation(ctx, input)),
  rename: signedInProcedure
    .input(RenameConversation)
    .mutation(({ ctx, input }) => renameConversation(ctx, input)),
  remove: signedInProcedure
    .input(ConversationId)
    .mutation(({ ctx, input }) => removeConversation(ctx, input)),
  restore: signedInProcedure
    .input(ConversationId)
    .mutation(({ ctx, input }) => restoreConversation(ctx, input)),
  chooseLeaf: signedInProcedure.input(ChooseLeaf).mutation(({ ctx, input }) => chooseLeaf(ctx, input)),
});
