import { answer, createGate } from '@commons/ai/testing';
import { uuidV7 } from '@commons/shared-db';
import { describe, expect, it } from 'vitest';
import { startChidi } from '../../testing/start-chidi.ts';

const refused = expect.objectContaining({
  data: expect.objectContaining({ code: 'QUOTA_EXCEEDED', retryAfterMs: expect.any(Number) }),
});

describe('a daily quota', () => {
  it.each([
    ['tokens', { tokensPerDay: 3_000, usdPerDay: 0 }],
    ['dollars', { tokensPerDay: 0, usdPerDay: 0.003 }],
  ])(
    'of %s counts an answer under way as it may become, and one that has ended as it was',
    async (_, modelQuota) => {
      await using chidi = await startChidi({ modelQuota });
      chidi.titler.replyOtherwise(answer('A title'));
      const anna = await chidi.signUp();
      const { id } = await anna.addBusiness();
      const gate = createGate();
      chidi.model.reply(gate.reply);
      const first = await anna.ask('One?', id);
      await gate.emit('One.');
      await expect(anna.ask('Two?', id)).rejects.toEqual(refused);
      await gate.finish();
      await anna.ended(first);

      chidi.model.reply(answer('Two.'));
      const second = await anna.reply(first, 'Two?');
      expect(await anna.ended(second)).toMatchObject({ status: 'complete', content: 'Two.' });
      expect(await chidi.server.db.admin`select 1 from app.model_reservations`).toEqual([]);

      await chidi.server.db.admin`update model_usage set input_tokens = 3000, cost_usd = 0.003`;
      const { questionId, answerId } = second;
      await expect(anna.reply(second, 'Three?')).rejects.toEqual(refused);
      await expect(anna.client.messages.regenerate.mutate({ id: uuidV7(), questionId })).rejects.toEqual(
        refused,
      );
      await expect(anna.client.messages.continue.mutate({ answerId })).rejects.toEqual(refused);
      expect(await anna.messages(second.conversationId)).toHaveLength(4);
    },
  );
});
