import type { Person } from './data.ts';
import { sessionCookie } from './read-token.ts';

const note = JSON.stringify({ title: 'A note', body: 'words '.repeat(15) });

/** Everybody's GET of this path. */
export function gets(people: readonly Person[], secret: string, path: string, headers = ''): string[] {
  return people.map(
    ({ token }) =>
      `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${sessionCookie(token, secret)}\r\n${headers}\r\n`,
  );
}

/** Everybody's POST of a note to this path. */
export function posts(people: readonly Person[], secret: string, path: string): string[] {
  return people.map(
    ({ token }) =>
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${sessionCookie(token, secret)}\r\nx-commons: 1\r\ncontent-type: application/json\r\ncontent-length: ${note.length}\r\n\r\n${note}`,
  );
}

const input = (value: object) => encodeURIComponent(JSON.stringify(value));

/** The address of a list of twenty, alone or as a batch of so many. */
export function listPath(prefix: string, batch?: number): string {
  if (batch === undefined) return `${prefix}?input=${input({ limit: 20 })}`;
  const [, base = '', procedure = ''] = /^(.*\/)(.*)$/.exec(prefix) ?? [];
  const inputs = Object.fromEntries(Array.from({ length: batch }, (_, index) => [index, { limit: 20 }]));
  return `${base}${Array(batch).fill(procedure).join(',')}?batch=1&input=${input(inputs)}`;
}
