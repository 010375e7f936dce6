import type { Connect, Plugin } from 'vite';

const answers: Record<string, unknown> = {
  '/api/auth/get-session': { user: { id: 'u1', name: 'Ada Okafor', email: 'ada@example.com' } },
  '/api/auth/providers': ['google', 'github', 'linkedin'],
  '/api/apps': [
    { name: 'gallery', title: 'Gallery', description: 'Every component of the kit.', url: '/' },
    { name: 'chidi', title: 'Chidi', description: 'A chat that knows your business.', url: '/chidi/' },
  ],
  '/api/demo-logins': [{ email: 'ada@example.com', password: 'demo', name: 'Ada', about: 'Runs a bakery.' }],
  '/readyz': {},
};

const answer: Connect.NextHandleFunction = (request, response, next) => {
  const body = answers[request.url?.split('?')[0] ?? ''];
  if (body === undefined) return next();
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
};

/** Says who is signed in and which apps there are, as the real server would. */
export function standInServer(): Plugin {
  return {
    name: 'gallery:stand-in-server',
    configureServer: ({ middlewares }) => void middlewares.use(answer),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(answer),
  };
}
