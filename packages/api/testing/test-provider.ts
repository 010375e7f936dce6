import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OAuth2Server } from 'oauth2-mock-server';

/** Who a provider says has signed in there. */
export interface ProviderPerson {
  /** The provider's own id of them, which never changes. */
  subject: string;
  email?: string;
  emailVerified?: boolean;
  name?: string;
  picture?: string;
}

/** Google, GitHub and LinkedIn on this machine. */
export interface TestProvider extends AsyncDisposable {
  /** Who signs in there from now on. */
  person: ProviderPerson;
  /** The requests for tokens that reached it; their bodies as they were sent. */
  readonly tokenRequests: readonly URLSearchParams[];
  /** Answers the requests for tokens itself, until it is set back. */
  onToken: (() => Promise<Response>) | undefined;
  /** The address that a provider would be visited at, on this machine. */
  localAddress(address: string): string;
  /** Agrees to the sign-in at this address, and returns where the provider sends the browser back to. */
  agree(address: string): Promise<string>;
}

const github = 'https://api.github.com';

/** Where each address of a provider leads here. */
const routes: Readonly<Record<string, string>> = {
  'https://accounts.google.com/o/oauth2/v2/auth': '/authorize',
  'https://oauth2.googleapis.com/token': '/token',
  'https://github.com/login/oauth/authorize': '/authorize',
  'https://github.com/login/oauth/access_token': '/token',
  'https://www.linkedin.com/oauth/v2/authorization': '/authorize',
  'https://www.linkedin.com/oauth/v2/accessToken': '/token',
  'https://api.linkedin.com/v2/userinfo': '/userinfo',
};

/**
 * Starts an OpenID provider that stands in for all three. Until it is disposed of, what this process asks of them by
 * `fetch` goes there; nothing else changes, so that the server under test runs as it would in production.
 */
export async function startTestProvider(): Promise<TestProvider> {
  const real = globalThis.fetch;
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  await server.start(0, '127.0.0.1');
  const base = server.issuer.url ?? '';
  const tokenRequests: URLSearchParams[] = [];
  const provider: TestProvider = {
    person: { subject: 'nobody' },
    tokenRequests,
    onToken: undefined,
    localAddress: (address) => local(address, base),
    async agree(address) {
      const answer = await fetch(local(address, base), { redirect: 'manual' });
      return answer.headers.get('location') ?? '';
    },
    async [Symbol.asyncDispose]() {
      globalThis.fetch = real;
      hub.closeAllConnections();
      hub.close();
      await server.stop();
    },
  };
  server.service.on('beforeTokenSigning', ({ payload }) => Object.assign(payload, claims(provider.person)));
  server.service.on('beforeUserinfo', (answer) => {
    answer.body = claims(provider.person);
  });
  const hub = await githubOf(provider);
  const hubUrl = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;

  globalThis.fetch = async (input: string | URL | Request, init?: RequestInit) => {
    const address = input instanceof Request ? input.url : String(input);
    if (address.startsWith(github)) return real(address.replace(github, hubUrl), init);
    const target = local(address, base);
    if (target === address) return real(input, init);
    if (target.endsWith('/token')) {
      tokenRequests.push(new URLSearchParams(String(init?.body)));
      if (provider.onToken) return provider.onToken();
    }
    return real(target, init);
  };
  return provider;
}

function local(address: string, base: string): string {
  const [place = '', query] = address.split('?', 2);
  const route = routes[place];
  if (route === undefined) return address;
  return `${base}${route}${query === undefined ? '' : `?${query}`}`;
}

function claims({ subject, email, emailVerified, name, picture }: ProviderPerson) {
  return { sub: subject, email, email_verified: emailVerified ?? false, name, picture };
}

/** GitHub speaks OAuth and no OpenID: who somebody is, and their addresses, are two questions of its own. */
async function githubOf(provider: { person: ProviderPerson }) {
  const server = createServer((request, response) => {
    const { subject, email, emailVerified, name, picture } = provider.person;
    const addresses = email ? [{ email, primary: true, verified: emailVerified ?? false }] : [];
    const about = { id: Number(subject), login: 'somebody', name, email: null, avatar_url: picture };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/user/emails' ? addresses : about));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
