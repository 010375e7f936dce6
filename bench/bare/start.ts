import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import postgres from 'postgres';
import { readBenchEnvironment } from '../env.ts';
import { reportUsage } from '../load/report-usage.ts';
import { readToken } from '../read-token.ts';

// The floor: node:http and postgres.js with prepared statements, no framework, no validation.
const { port, ownerUrl, secret } = readBenchEnvironment();
const sql = postgres(ownerUrl, { max: 10, fetch_types: false });

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = readToken(request.headers.cookie, secret) ?? '';
  const [session] =
    await sql`select user_id from usual.sessions where token = ${token} and expires_at > now()`;
  const answer =
    session &&
    (request.method === 'POST' ? await create(session.user_id, request) : await list(session.user_id));
  response.statusCode = answer ? 200 : 401;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ result: { data: answer } }));
}

const list = (userId: string) =>
  sql`select id, title, body, created_at, updated_at from usual.notes where user_id = ${userId} order by id desc limit 20`;

async function create(userId: string, request: IncomingMessage) {
  let body = '';
  for await (const piece of request) body += piece;
  const note = JSON.parse(body) as { title: string; body: string };
  const [row] = await sql`
    insert into usual.notes (user_id, title, body) values (${userId}, ${note.title}, ${note.body})
    returning id, title, body, created_at, updated_at`;
  return row;
}

createServer((request, response) => void serve(request, response)).listen(port, '127.0.0.1', reportUsage);
