import { describeError } from '../errors/describe-error.ts';
import { useRetryWait } from '../errors/use-retry-wait.ts';
import { refusedWords } from '../forms/problems-by-field.ts';
import { RequestId } from '../states/request-id.tsx';
import { waitText } from '../time/wait-text.ts';
import classes from './auth.module.css';

/** What went wrong with a form as a whole, read out at once, and how long to wait where waiting helps. */
export function FormFailure({ error }: { error: unknown }) {
  const waitSeconds = useRetryWait(error);
  if (error === null || error === undefined) return null;
  const { title, text, requestId } = describeError(error);
  const words = refusedWords(error);
  return (
    <div className={classes.failure}>
      <div role="alert">
        <strong>{title}</strong>
        <span>{words ?? text}</span>
        <RequestId id={requestId} />
      </div>
      {/* Not read out: it changes every second. */}
      {waitSeconds > 0 && <span>Try again in {waitText(waitSeconds)}.</span>}
    </div>
  );
}
