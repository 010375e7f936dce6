import { trace } from '@opentelemetry/api';
import { describe, expect, it } from 'vitest';
import { startFakeCollector } from '../../test-app/fake-collector.ts';
import { openLog } from '../log.ts';
import { otlpTracer } from './otlp-tracer.ts';

const log = openLog({ level: 'silent' });
const settings = (url: string) => ({ url, headers: {}, serviceName: 'test' });

describe('the tracer', () => {
  it('is out of reach for libraries that trace of their own accord', async () => {
    await using collector = await startFakeCollector('takes');
    const tracer = otlpTracer(settings(collector.url), log);
    trace.getTracer('library').startSpan('of a library').end();
    tracer.root('request', 'GET {page}', {}).end({ failed: false });
    await tracer.close();

    expect(collector.spans()).toMatchObject([{ name: 'GET {page}' }]);
  });

  it('does not wait for a collector that hangs when the server stops', async () => {
    await using collector = await startFakeCollector('hangs');
    const patience = { exportTimeoutMs: 600_000, flushTimeoutMs: 1 };
    const tracer = otlpTracer(settings(collector.url), log, patience);
    tracer.root('request', 'GET {page}', {}).end({ failed: false });

    let isClosed = false;
    void tracer.close().then(() => {
      isClosed = true;
    });
    await expect.poll(() => isClosed, { timeout: 20_000 }).toBe(true);
  });

  it('has no span for what nobody asked for', async () => {
    await using collector = await startFakeCollector('takes');
    const tracer = otlpTracer(settings(collector.url), log);
    expect(tracer.child('context service', {})).toBeUndefined();
    const root = tracer.root('request', 'GET {page}', {});
    root.run(() => tracer.child('context user', {}))?.end({ failed: false });
    root.end({ failed: true });
    await tracer.close();

    expect(collector.spans()).toMatchObject([
      { name: 'context user', failed: false },
      { name: 'GET {page}', failed: true },
    ]);
  });
});
