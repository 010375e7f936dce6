import { useState } from 'react';
import type { z } from 'zod';
import { problemsOf } from '../schedule/read-plan.ts';

/** What is written into the form of one line, checked as it will be sent. */
export function useLine<Values extends object, Input>(
  start: () => Values,
  check: (values: Values) => z.ZodSafeParseResult<Input>,
  saved: { version: number } | null,
) {
  /** The line as the form began from it. */
  const [version, setVersion] = useState(saved?.version);
  const [values, setValues] = useState(start);
  const [submitted, setSubmitted] = useState(false);
  const { data, error } = check(values);
  return {
    values,
    set: (part: Partial<Values>) => setValues({ ...values, ...part }),
    version,
    /** The ways on where somebody else has changed the line since. */
    newer: saved !== null &&
      saved.version !== version && {
        onLoad: () => {
          setVersion(saved.version);
          setValues(start());
        },
        onKeep: () => setVersion(saved.version),
      },
    problems: submitted ? problemsOf(error?.issues ?? []) : {},
    /** What is to be saved; undefined while something is missing, which is said from then on. */
    submit: () => {
      setSubmitted(true);
      return data;
    },
  };
}
