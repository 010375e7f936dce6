import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { describeError } from '../errors/describe-error.ts';
import { refusedWords } from '../forms/problems-by-field.ts';
import { waitText } from '../time/wait-text.ts';
import classes from './toasts.module.css';

/** A short message at the edge of the screen. */
export interface Toast {
  title: string;
  text?: string | undefined;
  /** A way back, such as Undo: it keeps the toast on the screen for ten seconds. */
  action?: { label: string; run: () => void } | undefined;
}

const showMs = 5_000;
const showWithActionMs = 10_000;

/** Shows a toast; screen readers hear it when they are idle. Returns the id that `dismiss` takes. */
export function notify({ title, text, action }: Toast): string {
  const id = crypto.getRandomValues(new Uint32Array(1)).join('');
  const undo = action && (
    <Button
      className={classes.action}
      variant="subtle"
      size="compact-md"
      mih={44}
      onClick={() => {
        notifications.hide(id);
        action.run();
      }}
    >
      {action.label}
    </Button>
  );
  return notifications.show({
    id,
    ...(undo
      ? { message: <WithAction title={title} text={text} action={undo} /> }
      : { title, message: text }),
    role: 'status',
    autoClose: action ? showWithActionMs : showMs,
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });
}

/** The way back stands on the line of what it takes back. */
function WithAction({ title, text, action }: { title: string; text: ReactNode; action: ReactNode }) {
  return (
    <div className={classes.withAction}>
      <div>
        <div className={classes.title}>{title}</div>
        {text}
      </div>
      {action}
    </div>
  );
}

/** Shows a failure that has no place of its own on the page. */
export function notifyError(error: unknown): string {
  const { title, text: usual, requestId, action, retryAfterMs = 0 } = describeError(error);
  const text = refusedWords(error) ?? usual;
  const wait = action === 'wait' && retryAfterMs > 0;
  const words = wait ? `${text} Try again in ${waitText(Math.ceil(retryAfterMs / 1000))}.` : text;
  return notifications.show({
    title,
    message: requestId ? `${words} (Request id ${requestId})` : words,
    role: 'status',
    color: 'red',
    autoClose: showWithActionMs,
    closeButtonProps: { 'aria-label': 'Dismiss' },
  });
}

/** Takes a toast away. */
export function dismiss(id: string): void {
  notifications.hide(id);
}
