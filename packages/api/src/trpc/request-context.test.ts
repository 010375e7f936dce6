import { describe, expect, it } from 'vitest';
import { createRequestContext, type RequestFacts, type Services } from './request-context.ts';

describe('the context of a request without a session', () => {
  it('runs nothing as a person, also where a procedure open to anybody asks for it', async () => {
    const asked: string[] = [];
    // Safe because whatever else were used would fail the test.
    const services = {
      database: { asUser: async () => asked.push('user'), asAnon: async () => asked.push('anon') },
      mail: { canMail: true, postAs: () => asked.push('mail') },
    } as unknown as Services;
    const facts = { credential: undefined, app: 'notes', requestId: 'r', selfProving: new Set() };
    const ctx = await createRequestContext(services, facts as unknown as RequestFacts);

    await expect(ctx.asUser(async () => 'never')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(ctx.postMail(undefined as never, undefined as never)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(() => ctx.watchSession()).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
    expect(await ctx.sessionStillValid()).toBe(false);
    expect(asked).toEqual([]);
    // The calls of one batch share it.
    expect(Object.isFrozen(ctx)).toBe(true);
  });
});
