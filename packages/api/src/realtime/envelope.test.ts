import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelopeOf, type Notice } from './envelope.ts';

const envelope = envelopeOf('a secret of this site');
const opened = (payloads: string[]) => payloads.flatMap((payload) => envelope.open(payload)?.notices ?? []);

const event = fc.dictionary(
  fc.string({ maxLength: 20 }).filter((key) => key !== '__proto__'),
  fc.oneof(fc.string({ maxLength: 300 }), fc.integer(), fc.boolean(), fc.constant(null)),
  { maxKeys: 5 },
);
const notice = fc.record<Notice>({
  channel: fc.option(fc.string({ maxLength: 22 })),
  event: fc.option(event),
});

describe('the envelope of notifications', () => {
  it('brings every notice across, in payloads that PostgreSQL takes', () => {
    fc.assert(
      fc.property(fc.array(notice, { maxLength: 120 }), (notices) => {
        const payloads = envelope.seal('origin', notices);
        for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
        expect(opened(payloads)).toEqual(notices);
      }),
    );
  });

  it('puts many notices into few payloads', () => {
    const notices = Array.from({ length: 100 }, () => ({ channel: 'c'.repeat(22), event: { id: 'x' } }));
    expect(envelope.seal('origin', notices)).toHaveLength(1);
  });

  it('leaves an event out that is too large, so that its channel is read again', () => {
    const large = { channel: 'channel', event: { text: 'ü'.repeat(5_000) } };
    expect(opened(envelope.seal('origin', [large]))).toEqual([{ channel: 'channel', event: null }]);
  });

  it('opens nothing that was sealed with another secret, altered, or not sealed at all', () => {
    const [payload = ''] = envelope.seal('origin', [{ channel: 'channel', event: { id: 'a' } }]);
    const [foreign = ''] = envelopeOf('another secret').seal('origin', [{ channel: 'channel', event: null }]);
    expect(envelope.open(payload)?.origin).toBe('origin');
    for (const wrong of [foreign, payload.replace('"a"', '"b"'), payload.slice(22), '', 'x', '[]'])
      expect(envelope.open(wrong)).toBeUndefined();
  });

  it('opens nothing else either, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (text) => envelope.open(text) === undefined));
  });

  it('names channels so that only who knows the secret recognises them', () => {
    expect(envelope.channelName('notes:changes:anna')).toBe(envelope.channelName('notes:changes:anna'));
    expect(envelope.channelName('notes:changes:anna')).not.toBe(envelope.channelName('notes:changes:ben'));
    expect(envelopeOf('another').channelName('x')).not.toBe(envelope.channelName('x'));
    expect(envelope.channelName('anna')).not.toContain('anna');
  });
});
