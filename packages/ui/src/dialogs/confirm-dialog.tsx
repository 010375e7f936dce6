import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { describeError, isTransient } from '../errors/describe-error.ts';
import { RequestId } from '../states/request-id.tsx';
import classes from './confirm-dialog.module.css';
import { useDialogLayer } from './use-dialog-layer.ts';

/** A question about something that cannot be undone. */
export interface ConfirmDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The question: "Delete this business?" */
  title: string;
  /** What will be gone. */
  children: ReactNode;
  /** The verb of the question: "Delete". */
  confirmLabel: string;
  /** The way back, which has the focus: "Keep it". */
  cancelLabel: string;
  onConfirm: () => void;
  /** Has to be typed before it can be confirmed, for what is worst; `label` says what to type. */
  typed?: { label: string; text: string };
  pending?: boolean;
  /** Why it failed; what was refused for good cannot be confirmed again. */
  error?: unknown;
}

/** Asks before something is gone for good; Enter, Escape and a click beside it all keep it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, onClose, title } = props;
  return (
    <Modal
      {...useDialogLayer(opened)}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      <Question {...props} />
    </Modal>
  );
}

/** Apart, so that what was typed is forgotten when the dialog closes. */
function Question(props: ConfirmDialogProps) {
  const { onClose, children, confirmLabel, cancelLabel, onConfirm, typed, pending = false, error } = props;
  const [given, setGiven] = useState('');
  const isTyped = !typed || given.trim().toLowerCase() === typed.text.toLowerCase();
  return (
    <>
      <div className={classes.question}>{children}</div>
      {typed && (
        <TextInput
          className={classes.typed}
          label={typed.label}
          value={given}
          onChange={(event) => setGiven(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      )}
      {!!error && <Refusal error={error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          {cancelLabel}
        </Button>
        {(!error || isTransient(error)) && (
          <Button color="red" loading={pending} disabled={!isTyped} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        )}
      </Group>
    </>
  );
}

function Refusal({ error }: { error: unknown }) {
  const { text, requestId } = describeError(error);
  return (
    <div role="alert" className={classes.refusal}>
      {text} <RequestId id={requestId} />
    </div>
  );
}
