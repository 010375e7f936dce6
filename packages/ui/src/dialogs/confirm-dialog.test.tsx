import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { HttpError } from '../errors/http-error.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';

function Page({ onConfirm = () => {}, error }: { onConfirm?: () => void; error?: unknown }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Open
      </button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title="Delete the list?"
        confirmLabel="Delete"
        cancelLabel="Keep it"
        onConfirm={onConfirm}
        error={error}
      >
        Twelve entries will be gone for good.
      </ConfirmDialog>
    </>
  );
}

async function open(page = <Page />) {
  renderInApp(page);
  screen.getByText('Open').focus();
  fireEvent.click(screen.getByText('Open'));
  return screen.findByRole('dialog', { name: 'Delete the list?' });
}

it('says what will be gone, and gives the focus to the way back', async () => {
  const dialog = await open();
  expect(dialog.textContent).toContain('Twelve entries will be gone for good.');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep it' })));
});

it('confirms only with its own button', async () => {
  const onConfirm = vi.fn();
  const dialog = await open(<Page onConfirm={onConfirm} />);
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }));
  expect(onConfirm).toHaveBeenCalledOnce();
  fireEvent.keyDown(dialog, { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(onConfirm).toHaveBeenCalledOnce();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('Open')));
});

it('says why it was refused, and offers only the way back', async () => {
  await open(
    <Page
      error={
        new HttpError(new Response(null, { status: 409 }), {
          code: 'CONFLICT',
          message: 'It is still in use.',
          requestId: 'r1',
        })
      }
    />,
  );
  expect(screen.getByRole('alert').textContent).toContain('It is still in use.');
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  // A rule that says no is nothing to report.
  expect(screen.queryByText(/Request id/)).toBeNull();
});

it('can be confirmed again when the server was out of reach', async () => {
  await open(<Page error={new TypeError('Failed to fetch')} />);
  expect(screen.getByRole('alert').textContent).toContain('Check your network');
  expect(screen.getByRole('button', { name: 'Delete' })).toBeTruthy();
});
