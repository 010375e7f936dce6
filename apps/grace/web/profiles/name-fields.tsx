import { TextInput } from '@mantine/core';

interface Names {
  fullName: string;
  preferredName: string;
}

interface NameFieldsProps {
  isOwn: boolean;
  values: Names;
  /** What the person is called unless something else is entered. */
  proposed?: string;
  problems: Record<string, string>;
  change: (part: Partial<Names>) => void;
}

/** What a person is called, in full and every day. */
export function NameFields({ isOwn, values, proposed, problems, change }: NameFieldsProps) {
  return (
    <>
      <TextInput
        label={isOwn ? 'Your full name' : 'Full name'}
        size="md"
        value={values.fullName}
        onChange={({ currentTarget }) => change({ fullName: currentTarget.value })}
        error={problems.fullName}
        aria-required
        autoComplete="off"
        dir="auto"
      />
      <TextInput
        label={isOwn ? 'What you like to be called' : 'What they like to be called'}
        placeholder={proposed}
        size="md"
        value={values.preferredName}
        onChange={({ currentTarget }) => change({ preferredName: currentTarget.value })}
        error={problems.preferredName}
        aria-required={proposed === undefined}
        autoComplete="off"
        dir="auto"
      />
    </>
  );
}
