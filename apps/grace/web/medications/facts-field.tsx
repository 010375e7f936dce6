import { Textarea, TextInput } from '@mantine/core';
import type { Problems } from '../schedule/read-plan.ts';
import type { FactsDraft } from './facts-draft.ts';

export interface FactsFieldsProps {
  draft: FactsDraft;
  change: (part: Partial<FactsDraft>) => void;
  problems: Problems;
}

type TextField = {
  [Key in keyof FactsDraft]: FactsDraft[Key] extends string
    ? string extends FactsDraft[Key]
      ? Key
      : never
    : never;
}[keyof FactsDraft];

interface TextProps extends FactsFieldsProps {
  field: TextField;
  label: string;
  description?: string;
  type?: 'date';
  inputMode?: 'decimal' | 'numeric';
  required?: boolean;
}

/** One line of text. */
export function Field({
  draft,
  change,
  problems,
  field,
  label,
  description,
  type,
  inputMode,
  required,
}: TextProps) {
  return (
    <TextInput
      label={label}
      description={description}
      type={type ?? 'text'}
      inputMode={inputMode}
      value={draft[field]}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      error={problems[field]}
      aria-required={required}
      autoComplete="off"
      dir={type || inputMode ? undefined : 'auto'}
    />
  );
}

/** Several lines of text. */
export function LongField({ draft, change, problems, field, label, description }: TextProps) {
  return (
    <Textarea
      label={label}
      description={description}
      value={draft[field]}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      error={problems[field]}
      rows={2}
      dir="auto"
    />
  );
}
