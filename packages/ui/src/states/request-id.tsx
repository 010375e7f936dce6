import { CopyButton } from '../copy/copy-button.tsx';
import classes from './states.module.css';

/** The id under which the server logged the failure, ready to be passed on. */
export function RequestId({ id }: { id: string | undefined }) {
  if (!id) return null;
  return (
    <span className={classes.requestId}>
      Request id <code>{id}</code>
      <CopyButton text={id} label="Copy request id" />
    </span>
  );
}
