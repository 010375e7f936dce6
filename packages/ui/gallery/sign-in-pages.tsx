import { ForgotPasswordPage, ResetPasswordPage, SignInPage, SignUpPage } from '../src/session/auth-pages.tsx';

const done = async () => {};

/** The pages of those who are not signed in, one below the other. */
export function SignInPages() {
  return (
    <>
      <SignInPage onSignedIn={done} />
      <SignUpPage onSignedIn={done} />
      <ForgotPasswordPage />
      <ResetPasswordPage />
    </>
  );
}
