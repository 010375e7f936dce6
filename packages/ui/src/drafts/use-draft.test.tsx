import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { draftKey, forgetDrafts, readDraft, writeDraft } from './draft-store.ts';
import { useDraft } from './use-draft.ts';

describe('drafts', () => {
  it('belong to one person', () => {
    writeDraft(draftKey('ada', 'note'), { text: 'Ada’s' });
    expect(readDraft(draftKey('ben', 'note'))).toEqual({ text: '' });
  });

  it('leave no trace when they are empty', () => {
    const key = draftKey('ada', 'note');
    writeDraft(key, { text: 'x' });
    writeDraft(key, { text: '' });
    expect(localStorage.length).toBe(0);
  });

  it('are forgotten for whoever signs out, and only for them', () => {
    writeDraft(draftKey('ada', '1'), { text: 'a' });
    writeDraft(draftKey('ada', '2'), { text: 'b' });
    writeDraft(draftKey('ben', '1'), { text: 'c' });
    forgetDrafts('ada');
    expect(Object.keys(localStorage)).toEqual([draftKey('ben', '1')]);
  });

  it.each(['{', 'null', '"text"', '{"text":3}'])('count as empty when the storage holds %s', (stored) => {
    localStorage.setItem('key', stored);
    expect(readDraft('key')).toEqual({ text: '' });
  });

  it('do not stop the typing when the storage is full', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { result } = renderHook(() => useDraft('note'));
    act(() => result.current[1]({ text: 'still here' }));
    expect(result.current[0].text).toBe('still here');
  });

  it('arrive from another tab while this one is in the background', () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const { result } = renderHook(() => useDraft('note'));
    const key = draftKey('visitor', 'note');
    act(() => {
      writeDraft(key, { text: 'from the other tab' });
      window.dispatchEvent(new StorageEvent('storage', { key }));
    });
    expect(result.current[0].text).toBe('from the other tab');
  });

  it('are not taken from under the hands of whoever types here', () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const { result } = renderHook(() => useDraft('note'));
    act(() => result.current[1]({ text: 'mine' }));
    act(() => {
      localStorage.clear();
      window.dispatchEvent(new StorageEvent('storage', { key: draftKey('visitor', 'note') }));
    });
    expect(result.current[0].text).toBe('mine');
  });
});
