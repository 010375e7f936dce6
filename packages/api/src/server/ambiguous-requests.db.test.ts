import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleApp } from '../../test-app/sample-app.ts';
import { startTestServer, type TestServer } from '../../testing/index.ts';

let server: TestServer<typeof sampleApp.router>;
beforeAll(async () => {
  server = await startTestServer({ apps: [sampleApp] });
});
afterAll(() => server?.[Symbol.asyncDispose]());

/** Sends these lines and the words of a second request behind them, as a proxy would that reads them otherwise. */
function answersTo(...lines: string[]): Promise<string[]> {
  const { hostname, port, host } = new URL(server.localUrl);
  const hidden = `GET /api/apps HTTP/1.1\r\nhost: ${host}\r\n\r\n`;
  const head = ['POST /api/auth/sign-out HTTP/1.1', `host: ${host}`, 'content-type: application/json'];
  const request = [...head, 'x-commons: 1', ...lines, '', `0\r\n\r\n${hidden}`].join('\r\n');
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
    });
    socket.on('error', reject);
    socket.on('close', () =>
      resolve([...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status = '']) => status)),
    );
  });
}

it.each([
  ['a length beside chunks', 'content-length: 5', 'transfer-encoding: chunked'],
  ['two lengths', 'content-length: 5', 'content-length: 50'],
  ['a length that is none', 'content-length: +5'],
  ['a space behind a name', 'transfer-encoding : chunked'],
  ['an encoding behind chunks', 'transfer-encoding: chunked, identity'],
  ['a name with a NUL', 'content-length\0: 5'],
  ['a line without a name', 'chunked'],
])('a request with %s is refused and the connection ended, whatever follows it', async (_, ...lines) => {
  expect(await answersTo(...lines)).toEqual(['400']);
});
