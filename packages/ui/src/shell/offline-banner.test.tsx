import { onlineManager } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { OfflineBanner } from './offline-banner.tsx';

it('is there for as long as the server is away', () => {
  renderInApp(<OfflineBanner />);
  expect(screen.queryByText(/No connection to the server/)).toBeNull();
  act(() => onlineManager.setOnline(false));
  expect(screen.getByText(/No connection to the server/).closest('[role=status]')).toBeTruthy();
  act(() => onlineManager.setOnline(true));
  expect(screen.queryByText(/No connection to the server/)).toBeNull();
});
