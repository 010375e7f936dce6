import type { ProviderId } from '../src/identity/providers.ts';
import { cookieOf, send } from './test-person.ts';
import type { ProviderPerson, TestProvider } from './test-provider.ts';

/** A browser that is on its way through a provider. */
export interface ProviderVisit {
  /** The provider's page that the browser is sent to. */
  address: URL;
  /** Cookies of the browser at this moment. */
  cookie: string;
  /** Where the provider sends the browser back to. */
  wayBack: string;
}

/** What such a visit is made of. */
export interface VisitOptions {
  url: string;
  provider: TestProvider;
  id: ProviderId;
  person: ProviderPerson;
  /** Cookies that the browser has already. */
  cookie?: string;
  path?: '/api/auth/sign-in/social' | '/api/auth/link-social';
  callbackURL?: string;
}

/** Goes to a provider and agrees there; the way back is still to be taken. */
export async function visitProvider(options: VisitOptions): Promise<ProviderVisit> {
  const { url, provider, id, person, cookie = '', path = '/api/auth/sign-in/social' } = options;
  const begun = await send(url + path, cookie, {
    provider: id,
    callbackURL: options.callbackURL ?? '/sample/',
    errorCallbackURL: '/sample/sign-in',
    disableRedirect: true,
  });
  const body = (await begun.json()) as { url?: string };
  if (!body.url) throw new Error(`The visit did not begin: ${JSON.stringify(body)}`);
  provider.person = person;
  const cookies = [cookie, cookieOf(begun)].filter(Boolean).join('; ');
  return { address: new URL(body.url), cookie: cookies, wayBack: await provider.agree(body.url) };
}

/** What a browser finds at the end of a visit. */
export interface Returned {
  /** Path and query of the page. */
  location: string;
  /** Cookie header with the new session; empty where there is none. */
  session: string;
}

/** Takes the way back. */
export async function comeBack(visit: Pick<ProviderVisit, 'cookie' | 'wayBack'>): Promise<Returned> {
  const answer = await send(visit.wayBack, visit.cookie);
  const session = cookieOf(answer)
    .split('; ')
    .find((pair) => /session_token=.+/.test(pair));
  return { location: answer.headers.get('location') ?? '', session: session ?? '' };
}
