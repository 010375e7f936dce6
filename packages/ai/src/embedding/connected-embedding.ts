import type { EmbeddingModelV4 } from '@ai-sdk/provider';
import type { Billing } from '../call/connected-model.ts';
import type { EmbeddingDescription } from '../port.ts';

/** An embedding model of the SDK together with what the port must know about it. */
export interface ConnectedEmbedding extends Billing {
  description: EmbeddingDescription;
  load(): Promise<EmbeddingModelV4>;
  /** The length to ask the provider for, where it can be asked. */
  askedDimensions: number | undefined;
  /** For one batch, from start to end. */
  timeoutMs: number;
}
