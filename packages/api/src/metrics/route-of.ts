import { routeFolder } from '../app-route.ts';
import type { AppDefinition } from '../define-app.ts';
import { authGets, authPosts } from '../identity/auth-paths.ts';

const methods = new Set(['GET', 'HEAD', 'POST']);
const alone = new Set(['/healthz', '/readyz', '/metrics', '/api/apps', '/api/demo-logins']);

/** Names the route of a request from a fixed list, so that no address, id or secret of a path becomes a label. */
export function routesOf(
  apps: readonly Pick<AppDefinition, 'name' | 'router' | 'routes' | 'hooks'>[],
): (path: string) => string {
  const procedures = new Set(
    apps.flatMap(({ name, router }) =>
      Object.keys(router._def.procedures).map((path) => `/${name}/trpc/${path}`),
    ),
  );
  const endpoints = apps.map(({ name }) => `/${name}/trpc/`);
  const folders = apps.flatMap(({ name, routes = [], hooks = [] }) =>
    [...routes, ...hooks].map((one) => routeFolder(name, one)),
  );
  const auth = [...Object.keys(authPosts), ...authGets].map((path) => `/api/auth${path}`);

  return (path) => {
    if (procedures.has(path) || alone.has(path)) return path;
    const endpoint = endpoints.find((start) => path.startsWith(start));
    if (endpoint) return `${endpoint}${path.includes(',') ? '{batch}' : '{unknown}'}`;
    const folder = folders.find((start) => path.startsWith(start));
    if (folder) return `${folder}{route}`;
    const known = auth.find(
      (route) => route === path || route.replace(/\/:\w+$/, '/') === path.replace(/[^/]*$/, ''),
    );
    if (known) return known;
    return path.startsWith('/api/') || path === '/api' ? '/api/{unknown}' : '{page}';
  };
}

/** A method as a label: one of those that the server understands, or `other`. */
export function methodOf(method: string): string {
  return methods.has(method) ? method : 'other';
}
