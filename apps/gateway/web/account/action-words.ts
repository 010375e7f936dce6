const signingIn: Readonly<Record<string, string>> = {
  user_signup: 'Signed up',
  user_login: 'Signed in',
  user_logout: 'Signed out',
};

/** An entry of the audit log in words: "Session killed". */
export function actionWords(action: string): string {
  const words = action.replaceAll('_', ' ');
  return signingIn[action] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
