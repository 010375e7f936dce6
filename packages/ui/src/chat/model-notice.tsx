import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './model-notice.module.css';

interface ModelNoticeProps {
  /** Who speaks without a model. */
  assistantName: string;
  /** There is a model by now, but there was none when this was said. */
  isOver?: boolean;
}

/** Says that no language model is configured, what that means for the answers, and how to add one. */
export function ModelNotice({ assistantName, isOver = false }: ModelNoticeProps) {
  const [open, setOpen] = useState(false);
  return (
    <aside className={classes.notice} aria-label="No language model">
      <IconFlask size={20} stroke={1.6} aria-hidden="true" />
      <div>
        <p>
          <strong>Rehearsal.</strong>{' '}
          {isOver
            ? `No language model was configured when this was said: ${assistantName} answered from templates and from what you had told it, without reasoning.`
            : `No language model is configured: ${assistantName} answers from templates and from what you have told it, without reasoning.`}{' '}
          {!isOver && (
            <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
              How to add one
            </button>
          )}
        </p>
        {open && (
          <p className={classes.how}>
            Set <code>OPENAI_BASE_URL</code> to any OpenAI-compatible server, with <code>OPENAI_MODEL</code>{' '}
            and <code>OPENAI_API_KEY</code> if it asks for them, and restart Commons.
          </p>
        )}
      </div>
    </aside>
  );
}
