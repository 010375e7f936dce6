import { TextInput, type TextInputProps } from '@mantine/core';

/** The address by which somebody signs in, as password managers know it. */
export function EmailField(props: Pick<TextInputProps, 'defaultValue' | 'error'>) {
  return (
    <TextInput
      {...props}
      name="email"
      type="email"
      label="E-mail"
      autoComplete="username"
      inputMode="email"
    />
  );
}
