import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useRetryWait } from '../errors/use-retry-wait.ts';

/** What is wrong with an input: a text per field name, and one for the form as a whole. */
export interface FormProblem {
  fields?: Record<string, string>;
  form?: unknown;
}

interface SubmitOptions {
  /** Checks before anything is sent; an empty object means good. */
  validate: (values: Record<string, string>) => Record<string, string>;
  send: (values: Record<string, string>) => Promise<void>;
  /** Turns the server's refusal into words at the right place. */
  explain: (error: unknown) => FormProblem;
}

/**
 * A form that reads its fields when it is sent, so that whatever a password manager filled in counts. One send at
 * a time, and none while the server asks to wait; the first wrong field gets the focus; typing into a field clears its error.
 */
export function useSubmit({ validate, send, explain }: SubmitOptions) {
  const [pending, setPending] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const sending = useRef(false);
  const waiting = useRetryWait(failure) > 0;

  const show = (form: HTMLFormElement, problem: FormProblem) => {
    const fields = problem.fields ?? {};
    // At once, so that the focus finds the field with its error already attached to it.
    flushSync(() => {
      setErrors(fields);
      setFailure(problem.form ?? null);
    });
    const first = Object.keys(fields)[0];
    const control = first ? form.elements.namedItem(first) : null;
    if (control instanceof HTMLElement) control.focus();
  };

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (sending.current || waiting) return;
    const values = readValues(form);
    const fields = validate(values);
    if (Object.keys(fields).length > 0) return show(form, { fields });
    sending.current = true;
    setPending(true);
    show(form, {});
    try {
      await send(values);
    } catch (error) {
      show(form, explain(error));
    } finally {
      sending.current = false;
      setPending(false);
    }
  };

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const name = event.target instanceof HTMLInputElement ? event.target.name : '';
    if (errors[name]) setErrors(({ [name]: _, ...rest }) => rest);
  };

  const submitProps = { loading: pending, disabled: waiting };
  return { pending, errors, failure, submitProps, formProps: { onSubmit, onInput, noValidate: true } };
}

function readValues(form: HTMLFormElement): Record<string, string> {
  const entries = [...new FormData(form)].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : '',
  ]);
  return Object.fromEntries(entries);
}
