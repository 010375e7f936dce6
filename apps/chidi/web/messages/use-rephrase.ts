import { type TranscriptMessage, useDraft } from '@commons/ui';
import { type RefObject, useCallback, useState } from 'react';
import type { Conversation, Message } from '../client.ts';
import { focusComposer } from './focus-composer.ts';

/**
 * Takes a question back into the composer. What is sent then stands beside the old one, not below it: a model that declined
 * to answer would read the declined question again.
 */
export function useRephrase({ id, messages }: Conversation, composer: RefObject<HTMLElement | null>) {
  const [, setDraft] = useDraft(`conversation:${id}`);
  const [question, setQuestion] = useState<Message>();

  const onEdit = useCallback(
    (answer: TranscriptMessage) => {
      const parentId = messages.find((message) => message.id === answer.id)?.parentId;
      const asked = messages.find((message) => message.id === parentId);
      if (!asked) return;
      setQuestion(asked);
      setDraft({ text: asked.content });
      focusComposer(composer.current);
    },
    [messages, setDraft, composer],
  );
  const onCancel = () => {
    setQuestion(undefined);
    setDraft({ text: '' });
  };
  return { question, onEdit, onCancel, onDone: () => setQuestion(undefined) };
}
