import type { Log } from '../log.ts';
import type { Tracer } from './tracer.ts';
import type { TracingSettings } from './variables.ts';

/** Opens the tracer where one is configured; elsewhere nothing of OpenTelemetry is loaded. */
export async function openTracer(
  settings: TracingSettings | undefined,
  log: Log,
): Promise<Tracer | undefined> {
  if (!settings) return undefined;
  const { otlpTracer } = await import('./otlp-tracer.ts');
  return otlpTracer(settings, log);
}
