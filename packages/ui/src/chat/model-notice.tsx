import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './model-notice.module.css';

interface ModelNoticeProps {
  /** Who speaks without a model. */
  assistantName: string;
}

/** Says that no language model is configured, what that means for the answers, and how to add one. */
export function ModelNotice({ assistantName }: ModelNoticeProps) {
  const [open, setOpen] = useState(false);
  return (
    <aside className={classes.notice} aria-label="No language model">
      <IconFlask size={20} stroke={1.6} aria-hidden="true" />
      <div>
        <p>
          <strong>Rehearsal.</strong> No language model is configured: {assistantName} answers from templates
          and from what you have told it, without reasoning.{' '}
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            How to add one
          </button>
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
