import { renderWholeApp } from '@commons/ui/testing';
import { client } from '../client.ts';
import { OutboxProvider } from '../outbox/outbox-provider.tsx';
import { Pages } from '../pages.tsx';
import { margaret, margaretId } from './margaret.ts';
import { stubGrace } from './stub-grace.ts';

/** Opens a page of Margaret's, with a server that answers as the test says; returns the calls as they come in. */
export function openPages(path: string, procedures: Parameters<typeof stubGrace>[1]) {
  const calls = stubGrace(margaret(), procedures);
  renderWholeApp(
    <OutboxProvider>
      <Pages />
    </OutboxProvider>,
    {
      name: 'grace',
      client,
      at: path.startsWith('~') ? `/grace${path.slice(1)}` : `/grace/p/${margaretId}${path}`,
    },
  );
  return calls;
}
