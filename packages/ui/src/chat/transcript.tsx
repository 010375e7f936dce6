import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useChatScroll } from './chat-scroll.ts';
import { MessageView } from './message-view.tsx';
import classes from './transcript.module.css';
import type { TranscriptHandlers, TranscriptMessage } from './transcript-message.ts';
import { useProgressAnnouncements } from './use-progress-announcements.ts';
import { useStickToBottom } from './use-stick-to-bottom.ts';

/** A conversation and what can be done with its messages. */
export interface TranscriptProps extends TranscriptHandlers {
  /** What this log is, for screen readers: "Conversation about prices". */
  label: string;
  messages: TranscriptMessage[];
  /** Who answers. */
  assistantName: string;
  /** What an empty conversation shows. */
  empty?: ReactNode;
  /** Above the first message, such as the notice that no model is configured. */
  before?: ReactNode;
}

/**
 * The messages of a conversation. It follows the answer while its end is in view, and stays put once somebody reads
 * further up. Give it the conversation's id as `key`.
 */
export function Transcript(props: TranscriptProps) {
  const { label, messages, assistantName, empty, before } = props;
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { atBottom, jump } = useStickToBottom(box, content);
  const handlers = useHandlers(props);
  const streaming = messages.some((message) => message.status === 'streaming');
  useProgressAnnouncements(messages);

  const scroll = useChatScroll();
  useEffect(() => {
    scroll.current = jump;
  }, [scroll, jump]);

  return (
    <div className={classes.frame}>
      <div
        ref={box}
        className={classes.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the log must be scrollable with the keyboard.
        tabIndex={0}
        role="log"
        aria-label={label}
        aria-live={streaming ? 'off' : 'polite'}
      >
        <div ref={content} className={classes.column}>
          {before}
          {messages.length === 0 && empty}
          {messages.map((message) => (
            <MessageView
              key={message.id}
              message={message}
              author={message.role === 'user' ? 'You' : assistantName}
              handlers={handlers}
            />
          ))}
        </div>
      </div>
      {!atBottom && (
        <Button
          className={classes.jump}
          variant="default"
          radius="xl"
          leftSection={<IconArrowDown size={18} stroke={1.7} />}
          onClick={jump}
        >
          Jump to latest
        </Button>
      )}
    </div>
  );
}

/** One object for as long as no handler changes, so that messages that stay the same are not rendered again. */
function useHandlers(props: TranscriptHandlers): TranscriptHandlers {
  const { onRegenerate, onRetry, onContinue, onEdit, onStartOver, onSelectVersion, renderExtras } = props;
  return useMemo(
    () => ({ onRegenerate, onRetry, onContinue, onEdit, onStartOver, onSelectVersion, renderExtras }),
    [onRegenerate, onRetry, onContinue, onEdit, onStartOver, onSelectVersion, renderExtras],
  );
}
