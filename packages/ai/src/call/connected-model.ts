import type { LanguageModelV4, SharedV4ProviderOptions } from '@ai-sdk/provider';
import type { ModelDescription, UsageSource } from '../port.ts';
import type { ReportedUsage } from '../usage/finish.ts';
import type { PriceList } from '../usage/price-list.ts';

/** How long a model may stay silent before the call counts as hung. */
export interface ModelTimeouts {
  /** Until the first piece of text; generous, because a local server may have to load the model. */
  firstTokenMs: number;
  betweenTokensMs: number;
  /** For calls that do not stream, from start to end. */
  wholeCallMs: number;
}

/** What one model costs and how its figures are read. */
export interface Billing {
  description: ModelDescription;
  /** What the figures are that the model itself reports. */
  reportsUsageAs: Exclude<UsageSource, 'unknown'>;
  prices: PriceList;
}

/** A model of the SDK together with what the port must know about it. */
export interface ConnectedModel extends Billing {
  load(): Promise<LanguageModelV4>;
  /** What goes along with every call. */
  callOptions: SharedV4ProviderOptions;
  /** The usage that a raw chunk of its stream reports. */
  usageIn(chunk: unknown): ReportedUsage | undefined;
  timeouts: ModelTimeouts;
}

/** Timeouts that suit hosted and local models alike. */
export const defaultTimeouts: ModelTimeouts = {
  firstTokenMs: 120_000,
  betweenTokensMs: 30_000,
  wholeCallMs: 180_000,
};
