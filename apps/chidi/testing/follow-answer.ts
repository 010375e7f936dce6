import type { AnswerEvent } from '@commons/api/answers';
import type { TestPerson } from '@commons/api/testing';
import type { ChidiRouter } from '../server/router.ts';

export interface FollowFrom {
  offset?: number;
  lastEventId?: string;
}

type TextEvent = Extract<AnswerEvent, { type: 'text' }>;
type EndEvent = Extract<AnswerEvent, { type: 'end' }>;

/** One reader of an answer, with everything that has reached it. */
export interface FollowedAnswer {
  pieces: TextEvent[];
  /** What the pieces say together. */
  text(): string;
  /** Id of the last event, with which a reader that lost its connection comes back. */
  lastEventId(): string | undefined;
  /** Resolves when the text satisfies the test. */
  reads(test: (text: string) => boolean): Promise<void>;
  /** How the answer ended, or the code of the error that ended the reading. */
  ended: Promise<EndEvent>;
  stop(): void;
}

export function followAnswer(
  client: TestPerson<ChidiRouter>['client'],
  answerId: string,
  from: FollowFrom = {},
): FollowedAnswer {
  const pieces: TextEvent[] = [];
  const waiting = new Set<() => void>();
  const ended = Promise.withResolvers<EndEvent>();
  // A reader whose end no test waits for may end in any way.
  ended.promise.catch(() => {});
  const text = () => pieces.map((piece) => piece.text).join('');
  let lastEventId: string | undefined;

  const subscription = client.messages.follow.subscribe(
    { answerId, ...from },
    {
      onData({ id, data }) {
        lastEventId = id;
        if (data.type === 'end') return ended.resolve(data);
        pieces.push(data);
        for (const look of waiting) look();
      },
      onError: ({ data }) => ended.reject(new Error(data?.code ?? 'no code')),
      onComplete: () => ended.reject(new Error('The stream ended without an end.')),
    },
  );
  ended.promise.then(
    () => subscription.unsubscribe(),
    () => {},
  );

  return {
    pieces,
    text,
    lastEventId: () => lastEventId,
    reads: (test) =>
      new Promise((resolve) => {
        const look = () => {
          if (!test(text())) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    ended: ended.promise,
    stop: () => subscription.unsubscribe(),
  };
}
