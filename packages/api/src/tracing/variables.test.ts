import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { tracingSettings } from './variables.ts';

it('traces nothing without an endpoint', () => {
  expect(tracingSettings({ OTEL_SERVICE_NAME: 'x', OTEL_EXPORTER_OTLP_HEADERS: 'a=b' })).toBeUndefined();
});

it('sends to the path that OpenTelemetry has below an endpoint, with the headers of the list', () => {
  const settings = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.example.org/tenant/' };

  expect(tracingSettings(settings)).toEqual({
    url: 'https://collector.example.org/tenant/v1/traces',
    headers: {},
    serviceName: 'commons',
  });
  expect(
    tracingSettings({
      ...settings,
      OTEL_SERVICE_NAME: 'site',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Basic%20YTpi==, x-tenant = one',
    }),
  ).toMatchObject({ headers: { authorization: 'Basic YTpi==', 'x-tenant': 'one' }, serviceName: 'site' });
});

// What others load by themselves is its few interfaces.
it('loads no part of OpenTelemetry that works, for a server that traces nothing', async () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    const { openTracer } = await import(${JSON.stringify(new URL('./open-tracer.ts', import.meta.url).href)});
    await import(${JSON.stringify(new URL('../server/index.ts', import.meta.url).href)});
    const count = () => loaded.filter((url) => /@opentelemetry\\/(sdk|otlp|exporter|resources)/.test(url)).length;
    const off = [await openTracer(undefined), count()];
    const tracer = await openTracer({ url: 'http://127.0.0.1:9', headers: {}, serviceName: 'x' });
    console.log(JSON.stringify([...off, count() > 0]));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, NODE_OPTIONS: '' },
  });

  expect(JSON.parse(stdout)).toEqual([null, 0, true]);
});
