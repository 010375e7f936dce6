import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRouter } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { Form } from '../forms/form.tsx';
import { authApi } from './auth-api.ts';
import { emailProblem } from './credentials.ts';
import { EmailField } from './email-field.tsx';
import { explainAuthError } from './explain-auth-error.ts';
import { FormFailure } from './form-failure.tsx';
import { useSubmit } from './use-submit.ts';

/** Asks for a reset link; the answer is the same whether or not the address has an account. */
export function ForgotPasswordForm() {
  const { base } = useRouter();
  const typed = useHistoryState<{ email?: unknown } | null>()?.email;
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { errors, failure, submitProps, formProps } = useSubmit({
    validate: ({ email }) => emailProblem(email),
    send: async ({ email = '' }) => {
      await authApi.requestReset({ email: email.trim(), redirectTo: `${base}/reset-password` });
      setSentTo(email.trim());
    },
    explain: explainAuthError,
  });
  if (sentTo !== null) {
    return (
      <Text role="status">
        If <strong>{sentTo}</strong> has an account, a link to choose a new password is on its way. It works
        once, for one hour. Nothing there? Look into the spam folder.
      </Text>
    );
  }
  return (
    <Form {...formProps}>
      <Stack gap="md">
        <FormFailure error={failure} />
        <EmailField defaultValue={typeof typed === 'string' ? typed : undefined} error={errors.email} />
        <Button type="submit" {...submitProps} fullWidth>
          Send the link
        </Button>
      </Stack>
    </Form>
  );
}
