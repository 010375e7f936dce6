import { z } from 'zod';

/** Where traces go. */
export interface TracingSettings {
  /** The collector's address for traces. */
  url: string;
  headers: Readonly<Record<string, string>>;
  serviceName: string;
}

const unset = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(unset, type.optional());

// As OpenTelemetry writes lists: name=value,name=value, percent-encoded.
const pair = /^\s*[A-Za-z0-9!#$%&'*+.^_`|~-]+\s*=[^,\r\n]*$/;

/** The variables of OpenTelemetry that the server knows, under their standard names. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(
    z.url({ protocol: /^https?$/, error: 'must be a URL like http://collector.example.org:4318' }),
  ),
  OTEL_EXPORTER_OTLP_HEADERS: optional(
    z.string().refine(isHeaderList, 'must be a list like authorization=Bearer%20…,x-tenant=commons'),
  ),
  OTEL_SERVICE_NAME: optional(z.string()),
};

function isHeaderList(text: string): boolean {
  return text.split(',').every((one) => pair.test(one) && decoded(one) !== undefined);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return undefined;
  }
}

/** What the variables say; undefined traces nothing. */
export function tracingSettings(data: {
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  OTEL_EXPORTER_OTLP_HEADERS?: string | undefined;
  OTEL_SERVICE_NAME?: string | undefined;
}): TracingSettings | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: list } = data;
  if (endpoint === undefined) return undefined;
  const headers = (list?.split(',') ?? []).map((one) => {
    const split = one.indexOf('=');
    return [one.slice(0, split).trim(), decoded(one.slice(split + 1)) ?? ''] as const;
  });
  return {
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    headers: Object.fromEntries(headers),
    serviceName: data.OTEL_SERVICE_NAME ?? 'commons',
  };
}
