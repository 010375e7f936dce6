import type {
  LanguageModelV4Content,
  LanguageModelV4Middleware,
  LanguageModelV4StreamPart,
} from '@ai-sdk/provider';
import { ModelError } from '../model-error.ts';

type Finish = Extract<LanguageModelV4StreamPart, { type: 'finish' }>;

/** Takes a whole answer in pieces, so that it can be told when the first of it comes; whoever asks gets it in one piece all the same. */
export function tellBeginning(onBegun: () => void): LanguageModelV4Middleware {
  return {
    specificationVersion: 'v4',
    async wrapGenerate({ doStream }) {
      const { stream, request, response } = await doStream();
      let text = '';
      let finish: Finish | undefined;
      for await (const part of stream) {
        if (part.type === 'error') throw text === '' ? part.error : new ModelError('MODEL_STREAM_CUT');
        if (part.type === 'finish') finish = part;
        if (part.type !== 'text-delta' || part.delta === '') continue;
        if (text === '') onBegun();
        text += part.delta;
      }
      if (!finish) throw new ModelError(text === '' ? 'MODEL_MALFORMED' : 'MODEL_STREAM_CUT');
      const { finishReason, usage, providerMetadata } = finish;
      const content: LanguageModelV4Content[] = text === '' ? [] : [{ type: 'text', text }];
      return {
        content,
        finishReason,
        usage,
        warnings: [],
        ...(providerMetadata && { providerMetadata }),
        ...(request && { request }),
        ...(response && { response }),
      };
    },
  };
}
