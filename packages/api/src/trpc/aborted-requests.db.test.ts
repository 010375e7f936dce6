import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../testing/index.ts';

type Router = typeof sampleApp.router;

let server: TestServer<Router>;
let people: TestPerson<Router>[];
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp] });
  people = [await server.signUp(), await server.signUp(), await server.signUp()];
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** Sends a whole request and is gone before the answer. */
function sendAndLeave(person: TestPerson<Router>, path: string, body?: object): Promise<void> {
  const { hostname, port } = new URL(server.localUrl);
  const text = JSON.stringify(body);
  const head = [`cookie: ${person.cookie}`, `host: ${hostname}:${port}`, 'x-commons: 1'];
  if (body) head.push('content-type: application/json', `content-length: ${text.length}`);
  const request = `${body ? 'POST' : 'GET'} /sample/trpc/${path} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${body ? text : ''}`;
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(request, () => socket.resetAndDestroy()),
    );
    socket.on('error', reject);
    socket.on('close', () => resolve());
  });
}

it('requests whose clients have gone leave no transaction open and mix up nobody', async () => {
  const gone = Array.from({ length: 90 }, (_, index) => {
    const person = people[index % people.length] as TestPerson<Router>;
    return index % 2
      ? sendAndLeave(person, 'people.me')
      : sendAndLeave(person, 'people.rename', { name: person.email });
  });
  const stayed = Array.from({ length: 60 }, (_, index) =>
    people[index % people.length]?.client.people.me.query(),
  );
  await Promise.all(gone);
  const answers = await Promise.all(stayed);

  expect(answers.map((me) => me?.id)).toEqual(
    answers.map((_, index) => people[index % people.length]?.userId),
  );
  for (const { client, userId } of people) expect((await client.people.me.query()).id).toBe(userId);
  for (const { name } of await server.db
    .admin`select full_name as name from users where full_name like '%@%' and full_name <> email`) {
    expect.unreachable(`somebody was renamed to ${name}`);
  }
  await expect
    .poll(
      () => server.db.admin`
        select distinct state from pg_stat_activity where usename = 'commons_app' and datname = current_database()`,
    )
    .toEqual([{ state: 'idle' }]);
});
