import { onlineManager } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useDraft } from '../drafts/use-draft.ts';
import { isTransient } from '../errors/describe-error.ts';
import { useChatScroll } from './chat-scroll.ts';
import { newMessageId } from './message-id.ts';

interface ComposerOptions {
  draftKey: string;
  lengthMax: number;
  /** Resolves once the server has accepted the message. */
  onSend: (text: string, messageId: string) => Promise<void>;
}

/**
 * A draft and its way to the server. It is cleared only after the server accepted it; until then every attempt with
 * the same text carries the same id, so that an answer that got lost on the way never makes the question appear twice.
 */
export function useComposer({ draftKey, lengthMax, onSend }: ComposerOptions) {
  const [draft, setDraft] = useDraft(draftKey);
  const [sendingKey, setSendingKey] = useState<string | null>(null);
  const [failure, setFailure] = useState<{ draftKey: string; error: unknown } | null>(null);
  const busy = useRef(false);
  const scroll = useChatScroll();
  const text = draft.text.trim();
  const sendable = text !== '' && draft.text.length <= lengthMax;

  // That the server was out of reach is no longer true once it is back.
  useEffect(
    () =>
      onlineManager.subscribe((online) => {
        if (online) setFailure((shown) => (shown && isTransient(shown.error) ? null : shown));
      }),
    [],
  );

  const send = async () => {
    if (!sendable || busy.current) return;
    busy.current = true;
    const attempt = { text: draft.text, attemptId: draft.attemptId ?? newMessageId() };
    setDraft(attempt);
    setSendingKey(draftKey);
    setFailure(null);
    scroll.current();
    try {
      await onSend(text, attempt.attemptId);
      setDraft({ text: '' });
    } catch (error) {
      setFailure({ draftKey, error });
    } finally {
      busy.current = false;
      setSendingKey(null);
    }
  };

  return {
    text: draft.text,
    setText: (next: string) => setDraft({ text: next }),
    send,
    sendable,
    sending: sendingKey === draftKey,
    failure: failure?.draftKey === draftKey ? failure.error : null,
  };
}
