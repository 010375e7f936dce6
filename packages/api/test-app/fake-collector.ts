import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A span as a collector is given it, with its facts by name. */
export interface ReceivedSpan {
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  name: string;
  kind: number;
  failed: boolean;
  facts: Record<string, unknown>;
}

/** A collector of traces that takes them, refuses them, or never answers. */
export interface FakeCollector extends AsyncDisposable {
  url: string;
  spans(): ReceivedSpan[];
  /** Everything that was sent to it, bodies and headers. */
  requests: { body: string; headers: IncomingHttpHeaders; path: string | undefined }[];
  /** Fulfilled with the first request. */
  asked: Promise<void>;
}

/** Starts a collector on a free port. */
export async function startFakeCollector(behaviour: 'takes' | 'refuses' | 'hangs'): Promise<FakeCollector> {
  const requests: FakeCollector['requests'] = [];
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const server = createServer(async (request, response) => {
    requests.push({ body: await text(request), headers: request.headers, path: request.url });
    resolve();
    if (behaviour === 'hangs') return;
    response.writeHead(behaviour === 'takes' ? 200 : 500, { 'content-type': 'application/json' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`,
    requests,
    asked,
    spans: () => requests.flatMap(({ body }) => spansOf(body)),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Otlp {
  resourceSpans: { scopeSpans: { spans: OtlpSpan[] }[] }[];
}

interface OtlpSpan extends Pick<ReceivedSpan, 'traceId' | 'spanId' | 'name' | 'kind'> {
  parentSpanId?: string;
  status: { code?: number };
  attributes: { key: string; value: Record<string, unknown> }[];
}

function spansOf(body: string): ReceivedSpan[] {
  const { resourceSpans } = JSON.parse(body) as Otlp;
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  return spans.map(({ traceId, spanId, parentSpanId, name, kind, status, attributes }) => ({
    traceId,
    spanId,
    parentSpanId: parentSpanId || undefined,
    name,
    kind,
    failed: status.code === 2,
    facts: Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]])),
  }));
}
