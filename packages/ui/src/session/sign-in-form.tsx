import type { DemoLogin } from '@commons/api';
import { Anchor, Button, Stack } from '@mantine/core';
import { type MouseEvent, type ReactNode, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { Form } from '../forms/form.tsx';
import { authApi } from './auth-api.ts';
import { emailProblem } from './credentials.ts';
import { DemoLogins } from './demo-logins.tsx';
import { EmailField } from './email-field.tsx';
import { explainAuthError } from './explain-auth-error.ts';
import { FormFailure } from './form-failure.tsx';
import { PasswordField } from './password-field.tsx';
import { useSubmit } from './use-submit.ts';

interface SignInFormProps {
  onSignedIn: () => Promise<void> | void;
  /** The address to start with, when the session of a known person ended. */
  email?: string | undefined;
  forgotHref: string;
  /** Other ways in, below the form. */
  providers?: ReactNode;
}

/** E-mail and password, and the demo logins of a demo server. */
export function SignInForm({ onSignedIn, email, forgotHref, providers }: SignInFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [, navigate] = useLocation();
  const { pending, errors, failure, submitProps, formProps } = useSubmit({
    validate: (values) => ({
      ...emailProblem(values.email),
      ...(values.password ? {} : { password: 'Enter your password.' }),
    }),
    send: async ({ email: address = '', password = '' }) => {
      await authApi.signIn({ email: address.trim(), password });
      await onSignedIn();
    },
    explain: explainAuthError,
  });
  const use = (login: DemoLogin) => {
    const fields = form.current?.elements;
    for (const [name, value] of [
      ['email', login.email],
      ['password', login.password],
    ] as const) {
      const field = fields?.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.current?.requestSubmit();
  };
  // The address typed so far goes along beside the URL, which ends up in histories and logs.
  const forgot = (event: MouseEvent) => {
    event.preventDefault();
    const field = form.current?.elements.namedItem('email');
    navigate(forgotHref, { state: { email: field instanceof HTMLInputElement ? field.value : '' } });
  };
  return (
    <>
      <Form ref={form} {...formProps}>
        <Stack gap="md">
          <FormFailure error={failure} />
          <EmailField defaultValue={email} error={errors.email} />
          <PasswordField
            name="password"
            label="Password"
            autoComplete="current-password"
            data-autofocus={email === undefined ? undefined : true}
            error={errors.password}
          />
          <Button type="submit" {...submitProps} fullWidth>
            Sign in
          </Button>
          <Anchor component={Link} href={forgotHref} onClick={forgot} size="sm" ta="center">
            Forgot your password?
          </Anchor>
        </Stack>
      </Form>
      {providers}
      {email === undefined && <DemoLogins onUse={use} disabled={pending} />}
    </>
  );
}
