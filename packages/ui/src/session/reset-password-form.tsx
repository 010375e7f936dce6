import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { HttpError } from '../errors/http-error.ts';
import { Form } from '../forms/form.tsx';
import { authApi } from './auth-api.ts';
import { newPasswordProblem, passwordLengthMin } from './credentials.ts';
import { explainAuthError } from './explain-auth-error.ts';
import { FormFailure } from './form-failure.tsx';
import { PasswordField } from './password-field.tsx';
import { useSubmit } from './use-submit.ts';

interface ResetPasswordFormProps {
  /** The token of the link in the mail; null when the link was damaged or is used up. */
  token: string | null;
  onDone: () => void;
}

/** Chooses a new password with the link from the mail. */
export function ResetPasswordForm({ token, onDone }: ResetPasswordFormProps) {
  const [expired, setExpired] = useState(token === null);
  const { errors, failure, submitProps, formProps } = useSubmit({
    validate: ({ newPassword }) => newPasswordProblem('newPassword', newPassword),
    send: async ({ newPassword = '' }) => {
      await authApi.resetPassword({ newPassword, token: token ?? '' });
      onDone();
    },
    explain: (error) => {
      if (error instanceof HttpError && error.body.reason === 'INVALID_TOKEN') setExpired(true);
      return explainAuthError(error);
    },
  });
  if (expired) {
    return (
      <Stack gap="md">
        <Text role="alert">
          This link has expired or was used already. Ask for a new one: it takes a minute.
        </Text>
        <Anchor component={Link} href="/forgot-password">
          Send me a new link
        </Anchor>
      </Stack>
    );
  }
  return (
    <Form {...formProps}>
      <Stack gap="md">
        <FormFailure error={failure} />
        <PasswordField
          name="newPassword"
          label="New password"
          description={`At least ${passwordLengthMin} characters. You will be signed out everywhere else.`}
          autoComplete="new-password"
          error={errors.newPassword}
        />
        <Button type="submit" {...submitProps} fullWidth>
          Save the password
        </Button>
      </Stack>
    </Form>
  );
}
