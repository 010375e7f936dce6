import type { ConnectedModel } from './call/connected-model.ts';
import { generate } from './call/generate.ts';
import { generateObject } from './call/generate-object.ts';
import { stream } from './call/stream.ts';
import type { ModelPort } from './port.ts';

/** Puts the port in front of a model of the SDK. */
export function createPort(model: ConnectedModel): ModelPort {
  return {
    describe: () => ({ ...model.description }),
    stream: (request) => stream(model, request),
    generate: (request) => generate(model, request),
    generateObject: (request) => generateObject(model, request),
  };
}
