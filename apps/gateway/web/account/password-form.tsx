import {
  authApi,
  explainAuthError,
  Form,
  FormFailure,
  newPasswordProblem,
  notify,
  PasswordField,
  useSession,
  useSubmit,
} from '@commons/ui';
import { Button, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

/** Changes the password of whoever knows the current one. */
export function PasswordForm() {
  const { user } = useSession();
  const queries = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const { errors, failure, submitProps, formProps } = useSubmit({
    validate: ({ currentPassword, newPassword }) => ({
      ...(currentPassword ? {} : { currentPassword: 'Enter your current password.' }),
      ...newPasswordProblem('newPassword', newPassword),
    }),
    send: async ({ currentPassword = '', newPassword = '' }) => {
      await authApi.changePassword({ currentPassword, newPassword });
      form.current?.reset();
      // The other devices are signed out by it.
      void queries.invalidateQueries({ queryKey: ['account'] });
      notify({ title: 'Password changed', text: 'Other devices have to sign in again.' });
    },
    explain: explainAuthError,
  });
  return (
    <Form ref={form} {...formProps}>
      <Stack gap="md" align="start">
        <FormFailure error={failure} />
        {/* Lets a password manager know whose password changes. */}
        <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordField
          name="currentPassword"
          label="Current password"
          autoComplete="current-password"
          error={errors.currentPassword}
          w="100%"
        />
        <PasswordField
          name="newPassword"
          label="New password"
          autoComplete="new-password"
          error={errors.newPassword}
          w="100%"
        />
        <Button type="submit" {...submitProps}>
          Change the password
        </Button>
      </Stack>
    </Form>
  );
}
