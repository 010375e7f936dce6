import { expectConsole } from '@commons/tooling/console';
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { HttpError } from '../errors/http-error.ts';
import { ErrorBoundary } from './error-boundary.tsx';

function Broken({ error }: { error: Error }): never {
  throw error;
}

it('says that the page failed, with the request id when there is one, and offers a way on', () => {
  expectConsole('error', /The server answered 500/);
  const response = new Response(null, { status: 500, headers: { 'x-request-id': 'req-9' } });
  renderInApp(
    <ErrorBoundary>
      <Broken error={new HttpError(response, null)} />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('req-9');
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Back' })).toBeTruthy();
});

it('never shows the message of an error', () => {
  expectConsole('error', /secret of the implementation/);
  renderInApp(
    <ErrorBoundary>
      <Broken error={new Error('secret of the implementation')} />
    </ErrorBoundary>,
  );
  expect(document.body.textContent).not.toContain('secret of the implementation');
});
