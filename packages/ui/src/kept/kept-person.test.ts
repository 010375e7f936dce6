import { beforeEach, expect, it, vi } from 'vitest';
import { draftKey, readDraft, writeDraft } from '../drafts/draft-store.ts';
import { forgetPerson, keepPerson, keptPerson, loseSession } from './kept-person.ts';
import { forgetKept, forgetRead } from './kept-store.ts';

vi.mock('./kept-store.ts', () => ({
  forgetKept: vi.fn(async () => undefined),
  forgetRead: vi.fn(async () => undefined),
  openKept: vi.fn(),
}));
beforeEach(() => {
  localStorage.clear();
  vi.mocked(forgetKept).mockClear();
  vi.mocked(forgetRead).mockClear();
});

const anna = { id: 'anna', name: 'Anna', email: 'anna@example.org' };
const ben = { id: 'ben', name: 'Ben', email: 'ben@example.org' };

it('removes what was kept for somebody else, also when their session had ended before', () => {
  keepPerson(anna);
  writeDraft(draftKey('anna', 'note'), { text: 'She slept until nine.' });
  writeDraft(draftKey('ben', 'note'), { text: 'The taps drip.' });
  forgetPerson();
  keepPerson(ben);

  expect(vi.mocked(forgetKept).mock.calls).toEqual([['anna']]);
  expect(keptPerson()).toEqual(ben);
  expect(readDraft(draftKey('anna', 'note')).text).toBe('');
  expect(readDraft(draftKey('ben', 'note')).text).toBe('The taps drip.');
});

it('leaves what waits to be sent for whoever signs in again', () => {
  keepPerson(anna);
  forgetPerson();
  keepPerson(anna);

  expect(forgetKept).not.toHaveBeenCalled();
});

it('removes what was read as soon as the session is known to have ended, and whom it was of', () => {
  keepPerson(anna);
  loseSession();

  expect(vi.mocked(forgetRead).mock.calls).toEqual([['anna']]);
  expect(forgetKept).not.toHaveBeenCalled();
  expect(keptPerson()).toBeNull();
});
