import { Form } from '@commons/ui';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import classes from './title-form.module.css';

export interface TitleFormProps {
  title: string;
  /** Why the last attempt did not succeed. */
  problem: string | null;
  /** Says what is wrong with the title, or saves it. */
  onSave: (title: string) => void;
  onCancel: () => void;
}

/** A title as a field: Enter saves, Esc leaves it as it was. */
export function TitleForm({ title, problem, onSave, onCancel }: TitleFormProps) {
  const [text, setText] = useState(title);
  const id = useId();
  const left = useRef(false);

  const save = () => {
    // Saving takes the field away, which blurs it once more.
    if (left.current) return;
    if (text.trim() === title && !problem) return cancel();
    onSave(text);
  };
  const cancel = () => {
    left.current = true;
    onCancel();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };

  return (
    <Form className={classes.form} onSubmit={save}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was pressed.
        autoFocus
        value={text}
        aria-label="Title of the conversation"
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? id : undefined}
        enterKeyHint="done"
        dir="auto"
        // Esc belongs to the field here, not to the drawer around it.
        data-mantine-stop-propagation="true"
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={save}
      />
      {problem && (
        <span id={id} role="alert">
          {problem}
        </span>
      )}
    </Form>
  );
}
