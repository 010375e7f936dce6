import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createOfflineModel } from '../offline/offline-model.ts';
import { knownPrices } from '../usage/price-list.ts';
import { callSettings } from './call-settings.ts';
import { type ConnectedModel, defaultTimeouts } from './connected-model.ts';
import { generateObject } from './generate-object.ts';

const request = { system: 'Be brief.', messages: [{ role: 'user' as const, content: 'Hello?' }] };

describe('the settings of a call', () => {
  it('turn off the retries of the SDK', () => {
    expect(callSettings(request).maxRetries).toBe(0);
  });

  it('leave out what is not set', () => {
    expect(callSettings({ ...request, system: '' })).toEqual({ messages: request.messages, maxRetries: 0 });
    expect(callSettings({ ...request, temperature: 0 }).temperature).toBe(0);
  });

  it('keep the warnings of the SDK out of the log', async () => {
    const emitWarning = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const model = createOfflineModel({ paceMs: 0 });
    const fussy: ConnectedModel = {
      description: { provider: 'fussy', model: 'fussy', offline: false },
      load: async () => ({
        ...model,
        doGenerate: async (call) => ({
          ...(await model.doGenerate(call)),
          warnings: [{ type: 'unsupported', feature: 'topK' }],
        }),
      }),
      callOptions: {},
      usageIn: () => undefined,
      reportsUsageAs: 'provider',
      prices: knownPrices,
      timeouts: defaultTimeouts,
    };
    await generateObject(fussy, { ...request, schema: z.object({ name: z.string() }) });
    expect(emitWarning).not.toHaveBeenCalled();
  });
});
