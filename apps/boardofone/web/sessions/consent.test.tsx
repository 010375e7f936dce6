// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, renderWholeApp, screen, stubProcedures } from '@commons/ui/testing';
import { expect, it } from 'vitest';
import { client } from '../client.ts';
import { Pages } from '../pages.tsx';

it('agreeing is asked first, and can be taken back', async () => {
  const account = {
    tier: 'free',
    consentAt: null as string | null,
    limits: { sessionsPerMonth: 10, seatsMax: 5, capMaxUsd: 2 },
    sessionsThisMonth: 0,
    model: { provider: 'offline', model: 'rehearsal', offline: true },
  };
  stubProcedures('boardofone', {
    'account.mine': () => account,
    'account.consent': ({ isGiven }: { isGiven: boolean }) =>
      Object.assign(account, { consentAt: isGiven ? '2026-11-21T10:00:00.000Z' : null }) && { ...account },
  });
  renderWholeApp(<Pages />, { name: 'boardofone', client, at: '/boardofone/new' });
  fireEvent.click(await screen.findByRole('button', { name: 'I agree' }));
  await screen.findByLabelText('The decision');
  fireEvent.click(screen.getByRole('button', { name: 'Let no model read what I enter any more' }));

  expect(await screen.findByRole('heading', { name: 'Before you begin' })).toBeTruthy();
});
