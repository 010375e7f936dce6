import classes from '../conversations/conversation.module.css';
import { useModel } from './use-model.ts';

interface ComposerFooterProps {
  live: { connected: boolean } | null;
  /** Gives up putting a question differently; only while somebody does. */
  onCancelRephrasing?: (() => void) | undefined;
}

/** The quiet line under the message field: what is going on, else what to keep in mind. */
export function ComposerFooter({ live, onCancelRephrasing }: ComposerFooterProps) {
  const model = useModel();
  if (live && !live.connected) {
    return (
      <span role="status" className={classes.reconnecting}>
        Reconnecting… What has arrived stays here.
      </span>
    );
  }
  if (onCancelRephrasing) {
    return (
      <span className={classes.footer}>
        Takes the place of your question.
        <button type="button" onClick={onCancelRephrasing}>
          Cancel
        </button>
      </span>
    );
  }
  // A rehearsal says so by itself, and more plainly.
  return model?.offline === false ? 'Chidi can be wrong. Check what matters.' : null;
}
