import { onlineManager } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { serverUnreachable } from './signals.ts';
import { watchServer } from './watch-server.ts';

const fetch = vi.fn<() => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetch);
  watchServer();
});

afterEach(() => {
  onlineManager.setOnline(true);
  onlineManager.setEventListener(() => () => {});
  vi.useRealTimers();
});

it('believes the server and not the network: it may run on this very machine', async () => {
  fetch.mockResolvedValue(Response.json({}));
  window.dispatchEvent(new Event('offline'));
  await vi.advanceTimersByTimeAsync(0);
  expect(onlineManager.isOnline()).toBe(true);
});

it('says that the server is away after a request that did not reach it, and looks until it is back', async () => {
  fetch.mockRejectedValue(new TypeError('Failed to fetch'));
  serverUnreachable.send();
  await vi.advanceTimersByTimeAsync(0);
  expect(onlineManager.isOnline()).toBe(false);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(onlineManager.isOnline()).toBe(false);
  fetch.mockResolvedValue(Response.json({}));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(onlineManager.isOnline()).toBe(true);
});
