import { type ComponentProps, type FormEvent, useEffect, useReducer, useRef } from 'react';

/** What a `form` element takes, and what is to be done with it. */
export interface FormProps extends Omit<ComponentProps<'form'>, 'onSubmit' | 'noValidate'> {
  /**
   * Checks and sends; gets the fields that have a name. No other submit begins before its promise is settled. Left out
   * where the fields act as one types.
   */
  onSubmit?: (fields: FormData) => void | Promise<void>;
}

/**
 * A form that never loads another page, sends one thing at a time and words its refusals itself, beside the fields:
 * after a submit the first field that turns out to be wrong gets the focus, at once or when the server says so.
 *
 * @example
 * <Form className={classes.form} onSubmit={submit}>
 *   <TextInput label="Title" value={title} onChange={change} error={problem} />
 *   <Button type="submit" loading={isPending}>Save</Button>
 * </Form>
 */
export function Form({ onSubmit, ...props }: FormProps) {
  const running = useRef(false);
  /** The form since its last submit, for as long as the person has done nothing else in it. */
  const submitted = useRef<HTMLFormElement>(null);
  const [, renderAgain] = useReducer((times: number) => times + 1, 0);
  const leave = () => {
    submitted.current = null;
  };

  // After each render: the server's refusal comes later than those of the page.
  useEffect(() => {
    const form = submitted.current;
    const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (!form || !wrong) return;
    leave();
    const { activeElement } = document;
    if (activeElement === document.body || form.contains(activeElement)) wrong.focus();
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (running.current) return;
    submitted.current = event.currentTarget;
    // The same refusal twice changes nothing else on the page.
    renderAgain();
    const sent = onSubmit?.(new FormData(event.currentTarget));
    if (!sent) return;
    running.current = true;
    void sent.finally(() => {
      running.current = false;
    });
  };

  return <form {...props} noValidate onSubmit={submit} onFocusCapture={leave} onInputCapture={leave} />;
}
