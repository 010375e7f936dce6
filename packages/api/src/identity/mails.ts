import type { Mail } from './mailer.ts';

/** The link to choose a new password. */
export function passwordResetMail(to: string, url: string): Mail {
  return {
    to,
    subject: 'Choose a new password',
    text: [
      'Somebody, hopefully you, asked for a new password for your Commons account.',
      `Choose it here within one hour:\n\n${url}`,
      'If it was not you, ignore this mail: nothing has changed.',
    ].join('\n\n'),
  };
}

/** Word to the owner of an address that somebody tried to sign up again. */
export function alreadySignedUpMail(to: string, origin: string): Mail {
  return {
    to,
    subject: 'You already have an account',
    text: [
      'Somebody, hopefully you, tried to sign up with your address, which has an account already.',
      `Sign in at ${origin}, and choose “Forgot password” if you need a new one.`,
      'If it was not you, ignore this mail: nothing has changed.',
    ].join('\n\n'),
  };
}

/** Word to whoever had an account that it is gone, in case it was not they who deleted it. */
export function accountDeletedMail(to: string): Mail {
  return {
    to,
    subject: 'Your account is deleted',
    text: [
      'Your Commons account and everything in it has been deleted, as was asked for by somebody who had just signed in to it.',
      'If it was not you, tell whoever runs this server at once: for a while their backups may still hold your data.',
    ].join('\n\n'),
  };
}
