import { QueryClientProvider, useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { initTRPC } from '@trpc/server';
import { type ReactNode, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { createAppClient } from './create-app-client.tsx';
import { createQueryClient } from './create-query-client.ts';
import { serverUnreachable, sessionLost } from './signals.ts';

const { router, procedure } = initTRPC.create();
const notes = router({
  list: procedure.input((value) => Number(value)).query(() => 'a note'),
  add: procedure.mutation(() => 'added'),
});
const client = createAppClient<typeof notes>('notes');

function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <client.Provider>{children}</client.Provider>
    </QueryClientProvider>
  );
}

function List() {
  const trpc = client.useTRPC();
  const { data, error } = useQuery({ ...trpc.list.queryOptions(1), retryDelay: 0 });
  return <p>{error ? `failed: ${error.message}` : data}</p>;
}

/** Answers every call of a batch alike. */
function stubTrpc(answer: (call: number) => unknown) {
  let calls = 0;
  const fetch = vi.fn(async (url: string, _init: RequestInit) => {
    calls += 1;
    const value = answer(calls);
    if (value instanceof Error) throw value;
    const count = new URL(url, 'http://x').pathname.split(',').length;
    return Response.json(Array.from({ length: count }, () => value));
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const refused = (code: string) => ({
  error: { code: -32_000, message: code, data: { code, requestId: 'r1' } },
});
const listen = (signal: typeof sessionLost) => {
  const listener = vi.fn();
  signal.listen(listener);
  return listener;
};

describe('createAppClient', () => {
  it('calls the app at its own path, with the header that other sites can’t send', async () => {
    const fetch = stubTrpc(() => ({ result: { data: 'a note' } }));
    render(<List />, { wrapper: Providers });
    expect(await screen.findByText('a note')).toBeTruthy();
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toMatch(/^\/notes\/trpc\/list\?batch=1/);
    expect(new Headers(init?.headers).get('x-commons')).toBe('1');
  });

  it('puts at most ten calls into one request', async () => {
    const fetch = stubTrpc(() => ({ result: { data: 'a note' } }));
    function Many() {
      const trpc = client.useTRPC();
      const results = useQueries({
        queries: Array.from({ length: 12 }, (_, n) => trpc.list.queryOptions(n)),
      });
      return <p>{results.filter(({ data }) => data).length} loaded</p>;
    }
    render(<Many />, { wrapper: Providers });
    expect(await screen.findByText('12 loaded')).toBeTruthy();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('tries a busy server three times', async () => {
    const fetch = stubTrpc((call) => (call < 3 ? refused('UNAVAILABLE') : { result: { data: 'a note' } }));
    render(<List />, { wrapper: Providers });
    expect(await screen.findByText('a note')).toBeTruthy();
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('does not try again what will fail again', async () => {
    const fetch = stubTrpc(() => refused('NOT_FOUND'));
    render(<List />, { wrapper: Providers });
    expect(await screen.findByText('failed: NOT_FOUND')).toBeTruthy();
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('never repeats a write by itself', async () => {
    const fetch = stubTrpc(() => refused('UNAVAILABLE'));
    function Add() {
      const trpc = client.useTRPC();
      const add = useMutation(trpc.add.mutationOptions());
      return (
        <button type="button" onClick={() => add.mutate()}>
          {add.status}
        </button>
      );
    }
    render(<Add />, { wrapper: Providers });
    screen.getByRole('button').click();
    await waitFor(() => expect(screen.getByRole('button').textContent).toBe('error'));
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('tells the page when the session is gone or the server out of reach', async () => {
    const [lost, unreachable] = [listen(sessionLost), listen(serverUnreachable)];
    stubTrpc((call) => (call === 1 ? refused('UNAUTHENTICATED') : new TypeError('Failed to fetch')));
    const { unmount } = render(<List />, { wrapper: Providers });
    await screen.findByText('failed: UNAUTHENTICATED');
    expect([lost.mock.calls.length, unreachable.mock.calls.length]).toEqual([1, 0]);
    unmount();
    render(<List />, { wrapper: Providers });
    await screen.findByText('failed: Failed to fetch');
    expect([lost.mock.calls.length, unreachable.mock.calls.length]).toEqual([1, 3]);
  });
});
