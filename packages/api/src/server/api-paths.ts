/** Whether a path belongs to some app's tRPC endpoint. */
export function isTrpcPath(path: string): boolean {
  return /^\/[^/]+\/trpc(\/|$)/.test(path);
}

/** Whether a path is answered with data and never with a page. */
export function isApiPath(path: string): boolean {
  return path === '/api' || path.startsWith('/api/') || isTrpcPath(path);
}
