import { Textarea, TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
import classes from './business-form.module.css';

interface SectionFieldProps {
  name: string;
  label: string;
  hint: string;
  lengthMax: number;
  text: string;
  problem: string | undefined;
  onChange: (text: string) => void;
  required?: boolean | undefined;
}

const oneLineMax = 200;
const warnFrom = 0.9;

/** One part of what a business tells; how much room is left shows only when little is. */
export function SectionField({
  lengthMax,
  text,
  problem,
  hint,
  onChange,
  required = false,
  ...field
}: SectionFieldProps) {
  const length = text.trim().length;
  const over = length > lengthMax;
  const props = {
    ...field,
    description: hint,
    value: text,
    withAsterisk: required,
    'aria-required': required,
    autoComplete: 'off',
    error: problem ?? (over && `${(length - lengthMax).toLocaleString()} characters too many.`),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.currentTarget.value),
  };
  return (
    <div>
      {lengthMax <= oneLineMax ? (
        <TextInput {...props} />
      ) : (
        <Textarea {...props} rows={2} classNames={{ input: classes.text ?? '' }} />
      )}
      <span role="status" className={classes.left}>
        {!over &&
          length > lengthMax * warnFrom &&
          `${length.toLocaleString()} of ${lengthMax.toLocaleString()} characters`}
      </span>
    </div>
  );
}
