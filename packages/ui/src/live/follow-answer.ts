import { appendPiece } from './append-piece.ts';

/** How an answer ended. */
export interface FollowedEnd {
  type: 'end';
  status: 'streaming' | 'complete' | 'stopped' | 'interrupted' | 'error';
  errorCode: string | null;
}

/** What the stream of an answer carries. */
export type AnswerEvent = { type: 'text'; offset: number; text: string } | FollowedEnd;

interface Subscription {
  unsubscribe: () => void;
}

interface SubscriptionHandlers {
  onData: (event: AnswerEvent) => void;
  onConnection: (connected: boolean) => void;
  onError: (error: unknown) => void;
}

/** An answer that is being written, and what to do with what comes of it. */
export interface FollowAnswerOptions {
  /** What of the answer is shown already. */
  text: string;
  /** Opens the live stream from `offset` on. */
  subscribe: (offset: number, handlers: SubscriptionHandlers) => Subscription;
  onText: (text: string) => void;
  onEnd: (end: FollowedEnd, text: string) => void;
  onConnection: (connected: boolean) => void;
  /** The stream was refused; whoever follows reads the answer's row again, and the stream is opened anew. */
  onLost: (error: unknown) => void;
}

const retryMs = 1_000;
const retryMsMax = 8_000;

/** Follows a running answer to its end, across dropped connections; returns how to stop following. */
export function followAnswer(options: FollowAnswerOptions): () => void {
  let { text } = options;
  let waitMs = retryMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let subscription: Subscription | undefined;

  const open = () => {
    subscription = options.subscribe(text.length, {
      onData: (event) => {
        waitMs = retryMs;
        if (event.type === 'end') return options.onEnd(event, text);
        const longer = appendPiece(text, event);
        if (longer === text) return;
        text = longer;
        options.onText(text);
      },
      onConnection: options.onConnection,
      onError: (error) => {
        options.onConnection(false);
        options.onLost(error);
        timer = setTimeout(open, waitMs);
        waitMs = Math.min(waitMs * 2, retryMsMax);
      },
    });
  };

  open();
  return () => {
    clearTimeout(timer);
    subscription?.unsubscribe();
  };
}
