import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { notify } from '../toasts/notify.tsx';
import { AuthLayout } from './auth-layout.tsx';
import { ForgotPasswordForm } from './forgot-password-form.tsx';
import { nextPath, withNext } from './next-path.ts';
import { ProviderButtons } from './provider-buttons.tsx';
import { ProviderProblem } from './provider-problem.tsx';
import { ResetPasswordForm } from './reset-password-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

interface AuthPageProps {
  onSignedIn: () => Promise<void>;
  /** Where the person wanted to go; the page's own `?next=` unless given. */
  next?: string;
}

/** Sign in, with the way to a new account. */
export function SignInPage({ onSignedIn, next }: AuthPageProps) {
  const target = useNext(next);
  return (
    <AuthLayout
      title="Sign in"
      footer={<Other text="New here?" link="Create an account" href={withNext('/sign-up', target)} />}
    >
      <ProviderProblem />
      <SignInForm
        onSignedIn={onSignedIn}
        forgotHref={withNext('/forgot-password', target)}
        providers={<ProviderButtons next={target} />}
      />
    </AuthLayout>
  );
}

/** Create an account, with the way back. */
export function SignUpPage({ onSignedIn, next }: AuthPageProps) {
  const target = useNext(next);
  return (
    <AuthLayout
      title="Create your account"
      footer={<Other text="Have an account?" link="Sign in" href={withNext('/sign-in', target)} />}
    >
      <SignUpForm onSignedIn={onSignedIn} />
      <ProviderButtons next={target} />
    </AuthLayout>
  );
}

/** Ask for a reset link. */
export function ForgotPasswordPage() {
  const target = useNext();
  return (
    <AuthLayout
      title="Reset your password"
      footer={<Other text="Remembered it?" link="Sign in" href={withNext('/sign-in', target)} />}
    >
      <ForgotPasswordForm />
    </AuthLayout>
  );
}

/** Choose a new password, coming from the mail. */
export function ResetPasswordPage() {
  const query = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const done = () => {
    notify({ title: 'Password saved', text: 'Sign in with the new one.' });
    navigate('/sign-in', { replace: true });
  };
  return (
    <AuthLayout title="Choose a new password">
      <ResetPasswordForm token={query.get('token')} onDone={done} />
    </AuthLayout>
  );
}

function Other({ text, link, href }: { text: string; link: string; href: string }): ReactNode {
  return (
    <>
      {text}{' '}
      <Anchor component={Link} href={href} fw={600}>
        {link}
      </Anchor>
    </>
  );
}

function useNext(next?: string): string {
  const search = useSearch();
  return next ?? nextPath(search);
}
