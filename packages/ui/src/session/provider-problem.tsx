import { useSearch } from 'wouter';
import classes from './auth.module.css';

interface Problem {
  title: string;
  text: string;
}

const declined: Problem = {
  title: 'You came back without signing in',
  text: 'The sign-in was cancelled. Nothing has changed; choose another way, or try again.',
};

const tooOld: Problem = {
  title: 'This sign-in is not valid any more',
  text: 'It took too long, was used already, or began in another browser. Begin again here.',
};

const unreachable: Problem = {
  title: 'The other site did not answer as it should',
  text: 'Nothing has changed. Try again in a moment, or choose another way.',
};

const problems: Readonly<Record<string, Problem>> = {
  access_denied: declined,
  user_cancelled_login: declined,
  user_cancelled_authorize: declined,
  state_mismatch: tooOld,
  state_not_found: tooOld,
  invalid_code: unreachable,
  no_code: unreachable,
  server_error: unreachable,
  temporarily_unavailable: unreachable,
  provider_too_slow: unreachable,
  unable_to_get_user_info: unreachable,
  email_not_found: {
    title: 'No e-mail address came along',
    text: 'An account here needs one. Let the other site share your address, or create an account with a password.',
  },
  email_not_verified: {
    title: 'Your address is not confirmed there',
    text: 'Confirm your e-mail address on the other site first, then come back; or create an account with a password.',
  },
  account_not_linked: {
    title: 'There is an account with this address already',
    text: 'Sign in with its password and link the two on the account page. No password? “Forgot your password?” sends you a link, and afterwards this way works too.',
  },
  unable_to_link_account: {
    title: 'This could not be linked',
    text: 'Your address is not confirmed on the other site. Confirm it there, then try again.',
  },
  account_already_linked_to_different_user: {
    title: 'This belongs to another account here',
    text: 'Sign in with it and unlink it there first, or use another one.',
  },
  session_changed: {
    title: 'Somebody else has signed in meanwhile',
    text: 'Nothing was linked. Sign in as yourself and begin again.',
  },
};

const unknown: Problem = {
  title: 'That did not work',
  text: 'Something went wrong on the way back, and nothing has changed. Try again, or choose another way.',
};

/** What happened at a provider that sent somebody back without success, from the page's own `?error=`. */
export function ProviderProblem() {
  const code = new URLSearchParams(useSearch()).get('error');
  if (code === null) return null;
  const { title, text } = Object.hasOwn(problems, code) ? (problems[code] ?? unknown) : unknown;
  return (
    <div role="alert" className={`${classes.failure} ${classes.problem}`}>
      <strong>{title}</strong>
      <span>{text}</span>
    </div>
  );
}
