import { describeError } from '../errors/describe-error.ts';
import { RequestId } from '../states/request-id.tsx';
import classes from './auth.module.css';

/** What went wrong with a form as a whole, read out at once. */
export function FormFailure({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  const { title, text, requestId } = describeError(error);
  return (
    <div role="alert" className={classes.failure}>
      <strong>{title}</strong>
      <span>{text}</span>
      <RequestId id={requestId} />
    </div>
  );
}
