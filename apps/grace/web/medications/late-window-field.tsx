import { TextInput } from '@mantine/core';

interface LateWindowFieldProps {
  value: string;
  /** What goes for plans like these where nothing else is said, in minutes. */
  usual: number | string;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** How long around its time a dose is neither early nor late. */
export function LateWindowField({ value, usual, onChange, error }: LateWindowFieldProps) {
  return (
    <TextInput
      label="Minutes before and after the time in which it is not late"
      description={`Empty for the usual ${usual}. This is a habit of households, not a clinical rule.`}
      inputMode="numeric"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
      autoComplete="off"
    />
  );
}
