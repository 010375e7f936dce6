import { Button, Stack, TextInput } from '@mantine/core';
import { HttpError } from '../errors/http-error.ts';
import { Form } from '../forms/form.tsx';
import { authApi } from './auth-api.ts';
import { emailProblem, newPasswordProblem, passwordLengthMin } from './credentials.ts';
import { EmailField } from './email-field.tsx';
import { addressTaken, explainAuthError } from './explain-auth-error.ts';
import { FormFailure } from './form-failure.tsx';
import { PasswordField } from './password-field.tsx';
import { type FormProblem, useSubmit } from './use-submit.ts';

/** A new account: name, e-mail, password. */
export function SignUpForm({ onSignedIn }: { onSignedIn: () => Promise<void> | void }) {
  const { errors, failure, submitProps, formProps } = useSubmit({
    validate: (values) => ({
      ...(values.name?.trim() ? {} : { name: 'Enter the name that others should see.' }),
      ...emailProblem(values.email),
      ...newPasswordProblem('password', values.password),
    }),
    send: async ({ name = '', email = '', password = '' }) => {
      const address = email.trim();
      await authApi.signUp({ name: name.trim(), email: address, password });
      if ((await authApi.session()) === null) await authApi.signIn({ email: address, password });
      await onSignedIn();
    },
    explain: explainSignUpError,
  });
  return (
    <Form {...formProps}>
      <Stack gap="md">
        <FormFailure error={failure} />
        <TextInput name="name" label="Name" autoComplete="name" maxLength={120} error={errors.name} />
        <EmailField error={errors.email} />
        <PasswordField
          name="password"
          label="Password"
          description={`At least ${passwordLengthMin} characters. A short sentence is easiest to remember.`}
          autoComplete="new-password"
          error={errors.password}
        />
        <Button type="submit" {...submitProps} fullWidth>
          Create account
        </Button>
      </Stack>
    </Form>
  );
}

/** A server that answers sign-ups alike for new and known addresses refuses only the sign-in that follows. */
function explainSignUpError(error: unknown): FormProblem {
  const refused = error instanceof HttpError && error.body.reason === 'INVALID_EMAIL_OR_PASSWORD';
  return refused ? addressTaken : explainAuthError(error);
}
