import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestPush } from '@commons/api/testing';

/** What becomes of a push: taken, held before it is taken, or taken while its answer never comes. */
export type GateState = 'open' | 'held before' | 'held after';

/** A push service for workers in processes of their own, which a test may close. */
export interface PushGate extends AsyncDisposable {
  url: string;
  /** How many were taken of which no sender ever heard. */
  readonly unanswered: number;
  /** From now on; lets so many more through first, and resolves when so many others are held. */
  hold(state: GateState, after: { taken: number; held: number }): Promise<void>;
  /** Takes everything again; what is held stays so until its sender is gone. */
  open(): void;
}

/** Opens the gate before the devices of a test’s push service. */
export async function startPushGate(push: TestPush): Promise<PushGate> {
  let state: GateState = 'open';
  let left = { taken: 0, held: 0 };
  let unanswered = 0;
  let onHeld = () => {};

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isHeld = state !== 'open' && left.taken === 0;
    if (state !== 'open' && !isHeld) left.taken -= 1;
    const isTaken = !isHeld || state === 'held after';
    const { 'x-endpoint': endpoint, ...headers } = request.headers;
    const body = Buffer.concat(await request.toArray());
    const answer =
      isTaken &&
      (await push.fetch(String(endpoint), {
        method: 'POST',
        headers: headers as Record<string, string>,
        body,
      }));
    if (!isHeld && answer) {
      response.writeHead(answer.status).end();
      return;
    }
    if (isTaken) unanswered += 1;
    left.held -= 1;
    if (left.held === 0) onHeld();
  }

  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    get unanswered() {
      return unanswered;
    },
    hold(next, after) {
      state = next;
      left = { ...after };
      return new Promise((resolve) => {
        onHeld = resolve;
      });
    },
    open() {
      state = 'open';
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
