import { expect, it, vi } from 'vitest';
import { reloadUnlessUnsaved } from './reload-unless-unsaved.ts';

it('loads the page again only where nothing that was typed would be lost', () => {
  const reload = vi.fn();
  const ask = (event: Event) => event.preventDefault();
  window.addEventListener('beforeunload', ask);
  reloadUnlessUnsaved(reload);
  expect(reload).not.toHaveBeenCalled();

  window.removeEventListener('beforeunload', ask);
  reloadUnlessUnsaved(reload);
  expect(reload).toHaveBeenCalledOnce();
});
