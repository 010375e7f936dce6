import { type FormEvent, useState } from 'react';
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
 * A `Form` that reads its fields when it is sent, so that whatever a password manager filled in counts. None is sent
 * while the server asks to wait; typing into a field clears its error.
 */
export function useSubmit({ validate, send, explain }: SubmitOptions) {
  const [pending, setPending] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const waiting = useRetryWait(failure) > 0;

  const show = ({ fields = {}, form = null }: FormProblem) => {
    setErrors(fields);
    setFailure(form);
  };

  const onSubmit = async (data: FormData) => {
    if (waiting) return;
    const values = readValues(data);
    const fields = validate(values);
    show({ fields });
    if (Object.keys(fields).length > 0) return;
    setPending(true);
    try {
      await send(values);
    } catch (error) {
      show(explain(error));
    } finally {
      setPending(false);
    }
  };

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const name = event.target instanceof HTMLInputElement ? event.target.name : '';
    if (errors[name]) setErrors(({ [name]: _, ...rest }) => rest);
  };

  const submitProps = { loading: pending, disabled: waiting };
  return { pending, errors, failure, submitProps, formProps: { onSubmit, onInput } };
}

function readValues(data: FormData): Record<string, string> {
  const entries = [...data].map(([name, value]) => [name, typeof value === 'string' ? value : '']);
  return Object.fromEntries(entries);
}
