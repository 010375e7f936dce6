import { describeError, notifyError, type TranscriptMessage } from '@commons/ui';
import { type RefObject, useMemo, useState } from 'react';
import { siblingsOf } from '../../tree/branch.ts';
import { type Conversation, useTRPCClient } from '../client.ts';
import { withAnswer, withBranch, withChanged } from '../conversations/conversation-changes.ts';
import { useConversationCache } from '../conversations/use-conversation-cache.ts';
import { AttemptIds } from './attempt-ids.ts';
import { returnToComposer } from './focus-composer.ts';

/** What can be done about an answer; a failure says so in a toast and changes nothing. */
export function useAnswerActions(conversation: Conversation, composer: RefObject<HTMLElement | null>) {
  const client = useTRPCClient();
  const cache = useConversationCache();
  const [attempts] = useState(() => new AttemptIds());
  const { id, messages } = conversation;

  return useMemo(() => {
    const questionOf = (answer: { id: string }) =>
      messages.find((message) => message.id === answer.id)?.parentId;

    async function answerAgain(answer: { id: string }): Promise<void> {
      const questionId = questionOf(answer);
      if (!questionId) return;
      try {
        const attempt = { id: attempts.for(questionId), questionId };
        const { answerId } = await client.messages.regenerate.mutate(attempt);
        attempts.succeeded(questionId);
        await cache.change(id, (shown) => withAnswer(shown, questionId, answerId));
      } catch (error) {
        notifyError(error);
      }
    }

    async function goOn(answer: { id: string }): Promise<void> {
      try {
        await client.messages.continue.mutate({ answerId: answer.id });
      } catch (error) {
        // It runs already: another tab, or an attempt whose reply got lost, was first.
        if (describeError(error).code !== 'CONFLICT') return void notifyError(error);
      }
      await cache.change(id, (shown) =>
        withChanged(shown, answer.id, { status: 'streaming', errorCode: null }),
      );
    }

    async function showVersion(message: { id: string }, index: number): Promise<void> {
      const row = messages.find((one) => one.id === message.id);
      const chosen = row && siblingsOf(messages, row)[index];
      if (!chosen) return;
      const after = withBranch(conversation, chosen.id);
      await cache.change(id, (shown) => ({ ...shown, activeLeafId: after.activeLeafId }));
      try {
        if (after.activeLeafId)
          await client.conversations.chooseLeaf.mutate({ id, leafId: after.activeLeafId });
      } catch (error) {
        await cache.change(id, (shown) => ({ ...shown, activeLeafId: conversation.activeLeafId }));
        notifyError(error);
      }
    }

    return {
      onRegenerate: (answer: TranscriptMessage) => void answerAgain(answer),
      // Where nothing had arrived there is nothing worth keeping beside the new answer: the same one is written once more.
      onRetry: (answer: TranscriptMessage) => {
        void (answer.content.trim() === '' ? goOn(answer) : answerAgain(answer));
        returnToComposer(composer.current);
      },
      onContinue: (answer: TranscriptMessage) => {
        void goOn(answer);
        returnToComposer(composer.current);
      },
      onSelectVersion: (message: TranscriptMessage, index: number) => void showVersion(message, index),
      onStop: (answer: { id: string }) => {
        client.messages.stop.mutate({ answerId: answer.id }).then(() => cache.refresh(id), notifyError);
        returnToComposer(composer.current);
      },
    };
  }, [client, cache, attempts, conversation, composer, id, messages]);
}
