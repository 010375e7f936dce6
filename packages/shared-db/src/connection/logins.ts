/** Addresses of the three logins at one database. */
export interface Logins {
  owner: string;
  app: string;
  service: string;
}

/** Passwords of the three logins. */
export type LoginPasswords = Record<keyof Logins, string>;

/** The address `base` with another login and, where given, another database. */
export function loginUrl(base: string, login: string, password: string, database?: string): string {
  const url = new URL(base);
  url.username = login;
  url.password = encodeURIComponent(password);
  if (database !== undefined) url.pathname = `/${database}`;
  return url.href;
}

/** The addresses of the three logins at the server and database of `base`. */
export function loginsAt(base: string, passwords: LoginPasswords, database?: string): Logins {
  return {
    owner: loginUrl(base, 'commons_owner', passwords.owner, database),
    app: loginUrl(base, 'commons_app', passwords.app, database),
    service: loginUrl(base, 'commons_service', passwords.service, database),
  };
}

/**
 * The passwords in the addresses of the three logins, for an administrator who makes them.
 *
 * @throws when an address names another login or no password
 */
export function passwordsOf(logins: Logins): LoginPasswords {
  const passwordIn = (name: keyof Logins): string => {
    const { username, password } = new URL(logins[name]);
    if (username === `commons_${name}` && password !== '') return decodeURIComponent(password);
    throw new Error(
      `DATABASE_${name.toUpperCase()}_URL must name the login commons_${name} and its password: postgres://commons_${name}:password@host/database.`,
    );
  };
  return { owner: passwordIn('owner'), app: passwordIn('app'), service: passwordIn('service') };
}

/**
 * The addresses as the pools of a server use them: those of the app and the service go through the pooler, if there is one,
 * and say that it keeps no named statements. Whoever migrates or listens needs a session and goes around it.
 */
export function throughPooler<T extends Pick<Logins, 'app' | 'service'>>(logins: T, pooler?: string): T {
  if (!pooler) return logins;
  const pooled = (address: string): string => {
    const url = new URL(address);
    url.host = pooler;
    url.searchParams.set('prepare', 'false');
    return url.href;
  };
  return { ...logins, app: pooled(logins.app), service: pooled(logins.service) };
}
