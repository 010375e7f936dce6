import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { announced, renderInApp } from '../../testing/render.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { Transcript, type TranscriptProps } from './transcript.tsx';
import type { TranscriptMessage } from './transcript-message.ts';

// Once for all tests: a renderer that arrives while one of them looks on would change the page behind its back.
beforeAll(async () => {
  renderInApp(<Markdown text="**here**" />);
  expect((await screen.findByText('here')).tagName).toBe('STRONG');
  cleanup();
});

const question: TranscriptMessage = {
  id: 'q',
  role: 'user',
  content: 'What sells?',
  status: 'complete',
  createdAt: '2026-11-20T10:00:00Z',
};

const answer = (more: Partial<TranscriptMessage>): TranscriptMessage => ({
  id: 'a',
  role: 'assistant',
  content: 'Bread.',
  status: 'complete',
  createdAt: '2026-11-20T10:00:05Z',
  ...more,
});

function show(messages: TranscriptMessage[], props: Partial<TranscriptProps> = {}) {
  const page = (list: TranscriptMessage[]) => (
    <Transcript label="Conversation" assistantName="Chidi" messages={list} {...props} />
  );
  const result = renderInApp(page(messages));
  return { ...result, next: (list: TranscriptMessage[]) => result.rerender(page(list)) };
}

const buttons = (within_: HTMLElement) =>
  within(within_)
    .queryAllByRole('button')
    .map((button) => button.textContent || button.getAttribute('aria-label'));

describe('Transcript', () => {
  it('is a log that stays silent while an answer streams', () => {
    const { next } = show([question, answer({ status: 'streaming', content: 'Br' })]);
    const log = screen.getByRole('log', { name: 'Conversation' });
    expect(log.getAttribute('aria-live')).toBe('off');
    next([question, answer({})]);
    expect(log.getAttribute('aria-live')).toBe('polite');
  });

  it('announces the beginning and the end of an answer, and nothing in between', () => {
    const { next } = show([question]);
    expect(announced()).toBe('');
    next([question, answer({ status: 'streaming', content: '' })]);
    expect(announced()).toBe('Generating');
    next([question, answer({ status: 'streaming', content: 'Bread' })]);
    expect(announced()).toBe('Generating');
    next([question, answer({})]);
    expect(announced()).toBe('Answer complete');
  });

  it.each([
    ['stopped', 'Answer stopped'],
    ['interrupted', 'Answer interrupted'],
    ['error', 'The answer failed'],
  ] as const)('announces that an answer ended as %s', (status, words) => {
    const { next } = show([question, answer({ status: 'streaming' })]);
    next([question, answer({ status })]);
    expect(announced()).toBe(words);
  });

  it('announces nothing about answers that were there before', () => {
    show([question, answer({})]);
    expect(announced()).toBe('');
  });

  it.each(['stopped', 'interrupted'] as const)(
    'offers to continue or to try again when an answer was %s',
    (status) => {
      const onContinue = vi.fn();
      const message = answer({ status });
      show([question, message], { onContinue, onRetry: () => {} });
      const article = screen.getByRole('article', { name: 'Chidi:' });
      expect(buttons(article)).toEqual(expect.arrayContaining(['Continue', 'Try again']));
      fireEvent.click(within(article).getByRole('button', { name: 'Continue' }));
      expect(onContinue).toHaveBeenCalledExactlyOnceWith(message);
    },
  );

  it('does not offer to continue an answer of which nothing arrived', () => {
    show([question, answer({ status: 'stopped', content: '' })], { onContinue: () => {}, onRetry: () => {} });
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it.each([
    ['MODEL_KEY_INVALID', 'The language model rejected its key', 'Try again'],
    ['MODEL_UNAVAILABLE', 'The language model can’t be reached', 'Try again'],
    ['MODEL_CONTEXT_TOO_LONG', 'This conversation is too long for the model', 'New conversation'],
    ['MODEL_REFUSED', 'The language model declined to answer', 'Edit the question'],
    ['MODEL_STREAM_CUT', 'The answer broke off', 'Continue'],
    ['MODEL_LENGTH_LIMIT', 'The answer reached its length limit', 'Continue'],
    ['MODEL_MALFORMED', 'The answer made no sense', 'Try again'],
    ['OFFLINE', 'No connection to the server', 'Try again'],
  ] as const)('says what went wrong and what to do about %s', (code, title, step) => {
    const handlers = { onContinue: vi.fn(), onRetry: vi.fn(), onEdit: vi.fn(), onStartOver: vi.fn() };
    show([question, answer({ status: 'error', error: { code, requestId: 'req-7' } })], handlers);
    expect(screen.getByText(title)).toBeTruthy();
    expect(screen.getByText('req-7')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: step }));
    expect(Object.values(handlers).filter((handler) => handler.mock.calls.length > 0)).toHaveLength(1);
  });

  it('keeps what arrived of an answer that fell silent, and offers to go on', () => {
    const handlers = { onContinue: vi.fn(), onRetry: vi.fn() };
    const failed = { status: 'error', error: { code: 'MODEL_TIMEOUT' } } as const;
    const { next } = show([question, answer(failed)], handlers);
    expect(screen.getByText('The answer stopped arriving')).toBeTruthy();
    expect(screen.getByText('What arrived is kept.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Continue' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    next([question, answer({ ...failed, content: '' })]);
    expect(screen.getByText('The language model took too long')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  });

  it('says so when nothing of an answer has arrived for a while, until something does', () => {
    vi.useFakeTimers();
    try {
      const waiting = 'Still waiting for the language model…';
      const { next } = show([question, answer({ status: 'streaming', content: '' })]);
      act(() => vi.advanceTimersByTime(7_900));
      expect(screen.queryByText(waiting)).toBeNull();
      act(() => vi.advanceTimersByTime(200));
      expect(screen.getByText(waiting)).toBeTruthy();
      next([question, answer({ status: 'streaming', content: 'Br' })]);
      expect(screen.queryByText(waiting)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it.each(['stopped', 'interrupted', 'error'] as const)(
    'shows no open marks at the end of an answer that was %s',
    async (status) => {
      show([question, answer({ status, content: 'Try this: *A temp' })]);
      expect((await screen.findByText('A temp')).tagName).toBe('EM');
    },
  );

  it('waits with the next try for as long as the provider asks for', () => {
    vi.useFakeTimers();
    try {
      const error = { code: 'MODEL_RATE_LIMITED', retryAfterMs: 2000 } as const;
      const { next } = show([question, answer({ status: 'streaming', content: '' })], { onRetry: () => {} });
      next([question, answer({ status: 'error', content: '', error })]);
      const retry = screen.getByRole<HTMLButtonElement>('button', { name: 'Try again' });
      expect(retry.disabled).toBe(true);
      expect(screen.getByText('in 2 s')).toBeTruthy();
      act(() => vi.advanceTimersByTime(1000));
      act(() => vi.advanceTimersByTime(1000));
      expect(retry.disabled).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  it('steps through the versions of an answer', () => {
    const onSelectVersion = vi.fn();
    const message = answer({ version: { index: 1, count: 3 } });
    show([question, message], { onSelectVersion });
    const versions = screen.getByRole('group', { name: 'Versions' });
    expect(versions.textContent).toContain('2 / 3');
    fireEvent.click(within(versions).getByRole('button', { name: 'Next version' }));
    fireEvent.click(within(versions).getByRole('button', { name: 'Previous version' }));
    expect(onSelectVersion.mock.calls).toEqual([
      [message, 2],
      [message, 0],
    ]);
  });

  it('shows no versions where there is only one', () => {
    show([question, answer({ version: { index: 0, count: 1 } })], { onSelectVersion: () => {} });
    expect(screen.queryByRole('group', { name: 'Versions' })).toBeNull();
  });

  it('offers another answer and the extras of the app once an answer is complete', () => {
    const onRegenerate = vi.fn();
    const renderExtras = () => <button type="button">What I knew</button>;
    const { next } = show([question, answer({ status: 'streaming' })], { onRegenerate, renderExtras });
    expect(screen.queryByRole('button', { name: 'Answer again' })).toBeNull();
    next([question, answer({})]);
    fireEvent.click(screen.getByRole('button', { name: 'Answer again' }));
    expect(onRegenerate).toHaveBeenCalledOnce();
    expect(screen.getAllByRole('button', { name: 'What I knew' })).toHaveLength(2);
  });

  it('shows the empty state of a conversation without messages', () => {
    show([], { empty: <p>Ask something</p> });
    expect(screen.getByText('Ask something')).toBeTruthy();
  });
});
