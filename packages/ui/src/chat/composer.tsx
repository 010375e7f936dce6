import { ActionIcon } from '@mantine/core';
import { IconArrowUp, IconPlayerStopFilled } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { describeError } from '../errors/describe-error.ts';
import { useRetryWait } from '../errors/use-retry-wait.ts';
import { isComposing } from '../shortcuts/is-typing.ts';
import { RequestId } from '../states/request-id.tsx';
import { waitText } from '../time/wait-text.ts';
import classes from './composer.module.css';
import { useAutosize } from './use-autosize.ts';
import { useComposer } from './use-composer.ts';

/** Where a message goes, and what the field looks like meanwhile. */
export interface ComposerProps {
  /** Which draft this is, such as `conversation:<id>`; kept per person and per key. */
  draftKey: string;
  /** Sends a message. Resolve once the server accepted it: only then the draft is cleared. */
  onSend: (text: string, messageId: string) => Promise<void>;
  label?: string;
  placeholder?: string;
  /** An answer is on its way: the button stops it. */
  streaming?: boolean;
  onStop?: (() => void) | undefined;
  lengthMax?: number;
  autoFocus?: boolean;
  /** A quiet line under the field, such as which context is in use. */
  footer?: ReactNode;
}

const warnFrom = 0.9;

/** Where messages are written: Enter sends, Shift+Enter makes a new line, nothing typed is ever lost. */
export function Composer({
  draftKey,
  onSend,
  label = 'Message',
  placeholder = 'Write a message',
  streaming = false,
  onStop,
  lengthMax = 8_000,
  autoFocus = false,
  footer,
}: ComposerProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, setText, send, sendable, sending, failure } = useComposer({ draftKey, lengthMax, onSend });
  const waitSeconds = useRetryWait(failure);
  const held = streaming || waitSeconds > 0;
  useAutosize(area, text);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event.nativeEvent) || enterBreaksLines())
      return;
    event.preventDefault();
    if (!held) void send();
  };

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!held) void send();
      }}
    >
      {failure !== null && <SendFailure error={failure} waitSeconds={waitSeconds} />}
      <div className={classes.field} data-over={text.length > lengthMax || undefined}>
        <textarea
          ref={area}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={label}
          aria-describedby={`${id}-limit`}
          aria-invalid={text.length > lengthMax || undefined}
          // biome-ignore lint/a11y/noAutofocus: in a chat the next thing to do is to write.
          autoFocus={autoFocus && !enterBreaksLines()}
          readOnly={sending}
          enterKeyHint={enterBreaksLines() ? 'enter' : 'send'}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {streaming && onStop ? (
          <ActionIcon
            type="button"
            variant="filled"
            color="accent"
            radius="xl"
            aria-label="Stop"
            title="Stop"
            onClick={onStop}
          >
            <IconPlayerStopFilled size={18} />
          </ActionIcon>
        ) : (
          <ActionIcon
            type="submit"
            variant="filled"
            color="accent"
            radius="xl"
            aria-label="Send"
            title="Send"
            loading={sending}
            disabled={!sendable || held}
            onMouseDown={(event) => event.preventDefault()}
          >
            <IconArrowUp size={20} stroke={2} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.below}>
        <div>{footer}</div>
        <Limit id={`${id}-limit`} length={text.length} lengthMax={lengthMax} />
      </div>
    </form>
  );
}

function SendFailure({ error, waitSeconds }: { error: unknown; waitSeconds: number }) {
  const { title, text, requestId } = describeError(error);
  return (
    <div className={classes.failure}>
      <span role="alert">
        <strong>{title}.</strong> {text}
      </span>{' '}
      {waitSeconds > 0 && <span>Send again in {waitText(waitSeconds)}.</span>} <RequestId id={requestId} />
    </div>
  );
}

function Limit({ id, length, lengthMax }: { id: string; length: number; lengthMax: number }) {
  const over = length - lengthMax;
  const format = (count: number) => count.toLocaleString();
  return (
    <span id={id} role="status" className={classes.limit} data-over={over > 0 || undefined}>
      {over > 0 && `Characters too many: ${format(over)}`}
      {over <= 0 && length > lengthMax * warnFrom && `Characters left: ${format(lengthMax - length)}`}
    </span>
  );
}

/** On-screen keyboards have no Shift+Enter: there Enter makes the new line and the button sends. */
function enterBreaksLines(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}
