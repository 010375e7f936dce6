import { TextInput, type TextInputProps } from '@mantine/core';
import type { DoseUnit } from '../../schedule/schemas.ts';

interface AmountInputProps extends Pick<TextInputProps, 'label' | 'description' | 'value' | 'error'> {
  unit: DoseUnit;
  'data-autofocus'?: boolean;
  onChange: (value: string) => void;
}

/** How much, as a decimal number, with the unit behind it. */
export function AmountInput({ unit, onChange, ...field }: AmountInputProps) {
  return (
    <TextInput
      {...field}
      inputMode="decimal"
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      rightSectionWidth={90}
      rightSection={<span>{unit}</span>}
    />
  );
}
