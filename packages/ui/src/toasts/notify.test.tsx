import { Notifications } from '@mantine/notifications';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { HttpError } from '../errors/http-error.ts';
import { dismiss, notify, notifyError } from './notify.tsx';

describe('toasts', () => {
  it('are read out when the reader is idle, and not over what is being said', () => {
    renderInApp(<Notifications />);
    act(() => void notify({ title: 'Saved' }));
    expect(screen.getByText('Saved').closest('[role]')?.getAttribute('role')).toBe('status');
  });

  it('offer a way back, and are gone once it was taken', async () => {
    const run = vi.fn();
    renderInApp(<Notifications />);
    act(() => void notify({ title: 'Deleted', action: { label: 'Undo', run } }));
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(run).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.queryByText('Deleted')).toBeNull());
  });

  it('say what failed in the words of the vocabulary, with the request id', () => {
    renderInApp(<Notifications />);
    const response = new Response(null, { status: 503, headers: { 'x-request-id': 'req-5' } });
    act(() => void notifyError(new HttpError(response, null)));
    expect(screen.getByText('Out of reach for the moment')).toBeTruthy();
    expect(screen.getByText(/req-5/)).toBeTruthy();
  });

  it('can be taken away', async () => {
    renderInApp(<Notifications />);
    let id = '';
    act(() => {
      id = notify({ title: 'For a moment' });
    });
    act(() => dismiss(id));
    await waitFor(() => expect(screen.queryByText('For a moment')).toBeNull());
  });
});
