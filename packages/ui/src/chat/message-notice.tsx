import { Button, Group } from '@mantine/core';
import { textForAnswer } from '../errors/error-text.ts';
import { RequestId } from '../states/request-id.tsx';
import { useCountdown } from '../time/use-countdown.ts';
import { waitText } from '../time/wait-text.ts';
import classes from './transcript.module.css';
import type { MessageAction, TranscriptMessage } from './transcript-message.ts';

interface MessageNoticeProps {
  message: TranscriptMessage;
  actions: MessageAction[];
}

/** Below an answer that did not end well: what happened, and the next step. */
export function MessageNotice({ message, actions }: MessageNoticeProps) {
  const notice = noticeFor(message);
  if (!notice) return null;
  return (
    <div className={classes.notice} data-error={message.status === 'error' || undefined}>
      <p>
        <strong>{notice.title}</strong>
        <span>{notice.text}</span>
      </p>
      <RequestId id={message.error?.requestId} />
      {actions.length > 0 && <NextSteps actions={actions} waitMs={message.error?.retryAfterMs ?? 0} />}
    </div>
  );
}

function NextSteps({ actions, waitMs }: { actions: MessageAction[]; waitMs: number }) {
  const waitSeconds = useCountdown(waitMs);
  return (
    <Group gap="xs">
      {actions.map(({ label, run, primary }) => (
        <Button
          key={label}
          {...(primary ? { variant: 'light' } : { variant: 'subtle', color: 'gray' })}
          onClick={run}
          disabled={waitSeconds > 0}
        >
          {label}
        </Button>
      ))}
      {waitSeconds > 0 && <span className={classes.wait}>in {waitText(waitSeconds)}</span>}
    </Group>
  );
}

function noticeFor({ status, error, content }: TranscriptMessage): { title: string; text: string } | null {
  if (status === 'error') return textForAnswer(error?.code ?? 'INTERNAL', content);
  if (status === 'stopped') {
    return { title: 'Stopped.', text: content ? 'What had arrived is kept.' : 'Nothing had arrived yet.' };
  }
  if (status === 'interrupted') {
    return {
      title: 'Interrupted.',
      text: 'The server went away in the middle of this answer. What had arrived is kept.',
    };
  }
  return null;
}
