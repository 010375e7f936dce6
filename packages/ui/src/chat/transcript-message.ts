import type { ReactNode } from 'react';
import type { ErrorCode } from '../errors/error-code.ts';

/** How far an answer got. `interrupted` is what a restart of the server leaves behind. */
export type MessageStatus = 'complete' | 'streaming' | 'stopped' | 'interrupted' | 'error';

/** One turn of a conversation, as the transcript shows it. */
export interface TranscriptMessage {
  id: string;
  role: 'user' | 'assistant';
  content: string;
  status: MessageStatus;
  createdAt: Date | string;
  /** Why the answer failed, for status `error`. */
  error?: { code: ErrorCode; requestId?: string | undefined; retryAfterMs?: number | undefined } | undefined;
  /** The place among the versions of this message, counted from zero; shown from two versions on. */
  version?: { index: number; count: number } | undefined;
}

/** A next step below an answer that did not end well. */
export interface MessageAction {
  label: string;
  run: () => void;
  primary?: boolean | undefined;
}

/** What a person can do with the messages; a handler that is left out hides its button. */
export interface TranscriptHandlers {
  onRegenerate?: ((message: TranscriptMessage) => void) | undefined;
  /** Ask the same again after a failure or a stop, without writing the question twice. */
  onRetry?: ((message: TranscriptMessage) => void) | undefined;
  /** Let a stopped or broken answer go on from where it ended. */
  onContinue?: ((message: TranscriptMessage) => void) | undefined;
  /** Put the question differently: usually fills the composer with it. */
  onEdit?: ((message: TranscriptMessage) => void) | undefined;
  /** Begin a new conversation, when this one has become too long. */
  onStartOver?: (() => void) | undefined;
  /** Show another version of a message. */
  onSelectVersion?: ((message: TranscriptMessage, index: number) => void) | undefined;
  /** Further controls beside Copy, such as the receipt. */
  renderExtras?: ((message: TranscriptMessage) => ReactNode) | undefined;
}
