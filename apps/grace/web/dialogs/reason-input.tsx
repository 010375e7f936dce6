import { TextInput } from '@mantine/core';

interface ReasonInputProps {
  label?: string;
  value: string;
  onChange: (value: string) => void;
  /** Somebody has tried to go on, and is told what is missing. */
  isSubmitted: boolean;
}

/** Why something is done: a few words, which stay in the record. */
export function ReasonInput({ label = 'Why?', value, onChange, isSubmitted }: ReasonInputProps) {
  return (
    <TextInput
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={isSubmitted && value.trim() === '' && 'Say why, in a few words.'}
      aria-required
      data-autofocus
      autoComplete="off"
      dir="auto"
    />
  );
}
