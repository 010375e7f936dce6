import type { ServerEnvironment } from '../env.ts';

/** The address that a server without a public one is reached at from its own machine. */
export function localUrl(host: string, port: number): URL {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return new URL(`http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`);
}

/** The address of a site as far as its environment tells, for whoever does not listen, or not yet. */
export function expectedUrl({ publicUrl, host, port = 3000 }: ServerEnvironment): string {
  return (publicUrl ?? localUrl(host, port)).origin;
}
