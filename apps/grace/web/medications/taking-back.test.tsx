// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, screen, within } from '@commons/ui/testing';
import { expect, it, vi } from 'vitest';
import { dailyAt } from '../../testing/medicine-facts.ts';
import { metformin } from '../testing/margaret.ts';
import { openPages } from '../testing/open-pages.tsx';

vi.mock('idb-keyval', () => import('../testing/no-store.ts'));

const refused = () => {
  throw new Refusal('INTERNAL');
};
const stopped = { stoppedAt: '2026-11-02T10:00:00.000Z', stopReason: 'Side effects', version: 2 };

it.each([
  ['Stop', 'medications.stop', 'Stop', 'medications.restart'],
  ['Put on hold', 'medications.hold', 'Put on hold', 'medications.resume'],
] as const)('says that “%s” could not be taken back', async (button, deed, submit, undo) => {
  openPages(`/medications/${metformin().id}`, {
    'medications.byId': () => metformin(),
    'medications.changes': () => [],
    [deed]: () => metformin(stopped),
    [undo]: refused,
  });
  fireEvent.click(await screen.findByRole('button', { name: button }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('Why?'), { target: { value: 'Side effects' } });
  fireEvent.click(dialog.getByRole('button', { name: submit }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  expect(await screen.findByText('That went wrong on our side')).toBeTruthy();
});

it('says that a schedule that was ended could not be brought back', async () => {
  const [version] = metformin().versions;
  if (!version) throw new Error('Nothing is planned.');
  const plan = dailyAt('12:00') as typeof version.plan;
  const second = '019aa5c0-0000-7000-8000-00000000c0aa';
  const other = { ...version, plan, id: second, scheduleId: second };
  openPages(`/medications/${metformin().id}`, {
    'medications.byId': () => metformin({ versions: [version, other] }),
    'medications.changes': () => [],
    'medications.endSchedule': () => metformin({ version: 2 }),
    'medications.addSchedule': refused,
  });
  const [end] = await screen.findAllByRole('button', { name: /^End: / });
  if (end) fireEvent.click(end);
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('Why?'), { target: { value: 'One is enough' } });
  fireEvent.click(dialog.getByRole('button', { name: 'End it' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));

  expect(await screen.findByText('That went wrong on our side')).toBeTruthy();
});
