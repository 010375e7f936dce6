import { ActionIcon } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { memo, useEffect, useState } from 'react';
import { CopyButton } from '../copy/copy-button.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { PlainText } from '../markdown/plain-text.tsx';
import { Timestamp } from '../time/timestamp.tsx';
import { MessageNotice } from './message-notice.tsx';
import { nextSteps } from './next-steps.ts';
import classes from './transcript.module.css';
import type { TranscriptHandlers, TranscriptMessage } from './transcript-message.ts';
import { VersionSwitch } from './version-switch.tsx';

const patienceMs = 8_000;

interface MessageViewProps {
  message: TranscriptMessage;
  author: string;
  handlers: TranscriptHandlers;
}

/** One message with everything that belongs to it; only the one that grows is rendered again. */
export const MessageView = memo(function MessageView({ message, author, handlers }: MessageViewProps) {
  const streaming = message.status === 'streaming';
  return (
    <article
      className={classes.message}
      data-role={message.role}
      data-status={message.status}
      aria-label={`${author}:`}
      aria-busy={streaming || undefined}
    >
      <div className={classes.content}>
        {message.role === 'user' ? (
          <PlainText text={message.content} />
        ) : (
          <Markdown text={message.content} unfinished={message.status !== 'complete'} />
        )}
        {streaming && <Pulse waiting={message.content === ''} />}
      </div>
      <MessageNotice message={message} actions={nextSteps(message, handlers)} />
      <MessageTools message={message} handlers={handlers} />
    </article>
  );
});

/** Present but invisible while the answer streams, so that nothing moves when it is complete. */
function MessageTools({ message, handlers }: Pick<MessageViewProps, 'message' | 'handlers'>) {
  const { onRegenerate, onSelectVersion, renderExtras } = handlers;
  const { role, status, version } = message;
  const streaming = status === 'streaming';
  return (
    <div className={classes.tools} data-waiting={streaming || undefined} inert={streaming}>
      {version && version.count > 1 && onSelectVersion && (
        <VersionSwitch {...version} onSelect={(index) => onSelectVersion(message, index)} />
      )}
      {message.content !== '' && <CopyButton text={message.content} label="Copy message" />}
      {role === 'assistant' && status === 'complete' && onRegenerate && (
        <ActionIcon aria-label="Answer again" title="Answer again" onClick={() => onRegenerate(message)}>
          <IconRefresh size={18} stroke={1.7} />
        </ActionIcon>
      )}
      {!streaming && renderExtras?.(message)}
      <Timestamp date={message.createdAt} />
    </div>
  );
}

function Pulse({ waiting }: { waiting: boolean }) {
  return (
    <>
      <span className={classes.pulse} data-waiting={waiting || undefined}>
        <span className="ui-hidden">{waiting ? 'Thinking…' : 'Writing…'}</span>
      </span>
      {waiting && <StillWaiting />}
    </>
  );
}

/** Appears when nothing has arrived for so long that somebody may wonder whether anything will. */
function StillWaiting() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return late && <span className={classes.stillWaiting}>Still waiting for the language model…</span>;
}
