import type { ConnectedModel } from './call/connected-model.ts';
import { generate } from './call/generate.ts';
import { generateObject } from './call/generate-object.ts';
import { stream } from './call/stream.ts';
import type { ConnectedEmbedding } from './embedding/connected-embedding.ts';
import { embed } from './embedding/embed.ts';
import type { ModelPort } from './port.ts';
import { priceCall } from './usage/price-call.ts';

/** What stands behind a port. */
export interface Connected {
  /** The model of that name, or the usual one. */
  model(name?: string): ConnectedModel;
  embedding: ConnectedEmbedding;
}

/** Puts the port in front of models of the SDK. */
export function createPort({ model, embedding }: Connected): ModelPort {
  return {
    describe: () => ({ ...model().description }),
    stream: (request) => stream(model(request.model), request),
    generate: (request) => generate(model(request.model), request),
    generateObject: (request) => generateObject(model(request.model), request),
    priceOf: (size) => priceCall(model(size.model), size, new Date()).costUsd,
    describeEmbedding: () => ({ ...embedding.description }),
    embed: (request) => embed(embedding, request),
  };
}
