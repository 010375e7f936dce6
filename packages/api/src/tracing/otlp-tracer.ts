import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Log } from '../log.ts';
import type { OpenSpan, SpanFacts, Tracer } from './tracer.ts';
import type { TracingSettings } from './variables.ts';

/** How long a collector may take: while the server runs, and once it stops. */
export interface TracerPatience {
  exportTimeoutMs: number;
  flushTimeoutMs: number;
}

const usualPatience: TracerPatience = { exportTimeoutMs: 5_000, flushTimeoutMs: 1_500 };

/**
 * Hands spans to a collector by OTLP over HTTP, in batches, from a queue of bounded length: what a collector cannot take is lost, and
 * no request waits for it. The provider is this tracer's own and not made global, so that no library traces of its own accord.
 */
export function otlpTracer(
  { url, headers, serviceName }: TracingSettings,
  log: Log,
  { exportTimeoutMs, flushTimeoutMs } = usualPatience,
): Tracer {
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: exportTimeoutMs });
  const provider = new TracerProvider({
    // Only its name: what OpenTelemetry finds out by itself tells of machine and command line.
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: reporting(exporter, log), exportTimeoutMillis: exportTimeoutMs }),
    ],
  });
  const tracer = provider.getTracer('commons');
  const current = new AsyncLocalStorage<Context>();

  function begin(name: string, kind: SpanKind, facts: SpanFacts, parent: Context): OpenSpan {
    const span = tracer.startSpan(name, { kind, attributes: facts }, parent);
    const within = trace.setSpan(parent, span);
    return {
      run: (work) => current.run(within, work),
      end({ failed, facts = {} }) {
        span.setAttributes(facts);
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  return {
    root: (kind, name, facts) =>
      begin(name, kind === 'job' ? SpanKind.CONSUMER : SpanKind.SERVER, facts, ROOT_CONTEXT),
    child(name, facts) {
      const parent = current.getStore();
      return parent && begin(name, SpanKind.INTERNAL, facts, parent);
    },
    async close() {
      // The queue's own timeouts are for a running server; nobody waits that long for one that stops.
      const patience = new AbortController();
      const late = wait(flushTimeoutMs, undefined, { signal: patience.signal, ref: false });
      await Promise.race([provider.shutdown(), late]).catch(() => undefined);
      late.catch(() => undefined);
      patience.abort();
    },
  };
}

/** Says once that the collector does not take the traces, and once that it does again. */
function reporting(exporter: SpanExporter, log: Log): SpanExporter {
  let works = true;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const worked = result.code === 0;
        if (worked !== works) {
          works = worked;
          if (worked) log.info('the collector takes traces again');
          // Not the error, which may quote what the collector said.
          else log.warn('the collector does not take traces; they are lost until it does');
        }
        done(result);
      });
    },
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}
