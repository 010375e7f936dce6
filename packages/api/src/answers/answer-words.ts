import type { SignedInContext } from '../trpc/procedures.ts';

type Speaker = Pick<SignedInContext, 'realtime' | 'user'>;

/** Word among all processes about one answer. It says nothing but that it is time to look at the row again. */
interface AnswerWord {
  /** Call it once the transaction has committed. */
  say(speaker: Speaker, answerId: string): void;
  /** Runs `look` at every word, from this very call on. */
  hear(listener: Speaker, answerId: string, look: () => void): Disposable;
}

function wordOf(app: string, what: string): AnswerWord {
  // With the person in its name, nobody listens at anybody else's.
  const channelOf = ({ user }: Speaker, answerId: string) => `${app}:${what}:${user.id}:${answerId}`;

  return {
    say: (speaker, answerId) => speaker.realtime.publish(channelOf(speaker, answerId), {}),
    hear(listener, answerId, look) {
      const over = new AbortController();
      const words = listener.realtime.subscribe(channelOf(listener, answerId), over.signal);
      const follow = async () => {
        for await (const _word of words) look();
      };
      void follow();
      return { [Symbol.dispose]: () => over.abort() };
    },
  };
}

/** The two words that processes pass on about the answers of an app. */
export interface AnswerWords {
  /** More text, or the end: for those who read the answer at another process than its writer's. */
  changed: AnswerWord;
  /** Somebody has ended the answer: for its writer. */
  stopped: AnswerWord;
}

/** Words under the app's own name. */
export function answerWords(app: string): AnswerWords {
  return { changed: wordOf(app, 'changed'), stopped: wordOf(app, 'stopped') };
}
