// @vitest-environment jsdom
import '@commons/ui/testing/setup';
import { fireEvent, Refusal, screen, stubProcedures, waitFor, within } from '@commons/ui/testing';
import { describe, expect, it, vi } from 'vitest';
import type { Costs } from '../client.ts';
import { open } from '../testing/stub-board.ts';
import { costCsv } from './cost-csv.ts';

// There is nothing to draw on here; the browser's story sees the drawing.
vi.mock('./day-chart.tsx', () => ({ default: () => null }));

const costs: Costs = {
  total: { cost: '0.01250000', calls: 12, sessions: 2 },
  byDay: [
    { day: '2026-11-20', cost: '0.00250000', calls: 2 },
    { day: '2026-11-21', cost: '0.01000000', calls: 10 },
  ],
  byPhase: [
    { phase: 'deliberation', cost: '0.01000000', calls: 10 },
    { phase: 'follow_up', cost: '0.00250000', calls: 2 },
  ],
  byModel: [{ model: 'claude-haiku-4-5', cost: '0.01250000', calls: 12 }],
  byPersona: [
    { code: 'red_teamer', name: '=Mireille "M" Sabourin', cost: '0.01000000', calls: 10 },
    { code: null, name: null, cost: '0.00250000', calls: 2 },
  ],
};
const nothing: Costs = {
  total: { cost: '0', calls: 0, sessions: 0 },
  byDay: [],
  byPhase: [],
  byModel: [],
  byPersona: [],
};
const at = '/costs?from=2026-11-19&to=2026-11-21';

describe('the costs', () => {
  it('are told for the days of the address, and each drawing as a table with the same total', async () => {
    const calls = stubProcedures('boardofone', { 'costs.read': () => costs });
    open(at);
    expect(await screen.findByText('$0.0125', { selector: 'strong' })).toBeTruthy();
    const tables = screen.getAllByRole('table', { hidden: true });
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

    expect(calls).toContainEqual({
      path: 'costs.read',
      input: { from: '2026-11-19', to: '2026-11-21', timeZone },
    });
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      expect(within(table).getByRole('row', { name: 'Total $0.0125 12', hidden: true })).toBeTruthy();
    }
    expect(screen.getByRole('row', { name: 'Follow up $0.0025 2', hidden: true })).toBeTruthy();
    expect(screen.getByRole('row', { name: 'The board itself $0.0025 2', hidden: true })).toBeTruthy();
  });

  it('begin with a decision while there are none', async () => {
    stubProcedures('boardofone', { 'costs.read': () => nothing });
    open('/costs');

    const begin = await screen.findByRole('link', { name: 'Put a decision before the board' });
    expect(begin.getAttribute('href')).toBe('/boardofone/new');
  });

  it('say which day is wrong, and ask for nothing', async () => {
    const calls = stubProcedures('boardofone', { 'costs.read': () => costs });
    open('/costs?from=2026-11-22&to=2026-11-21');

    expect(await screen.findByText('The last day is before the first.')).toBeTruthy();
    expect(calls.filter(({ path }) => path === 'costs.read')).toEqual([]);
  });

  it('are read again after a failure', async () => {
    let isDown = true;
    stubProcedures('boardofone', {
      'costs.read': () => {
        if (isDown) throw new Refusal('INTERNAL');
        return costs;
      },
    });
    open(at);
    const again = await screen.findByRole('button', { name: 'Try again' });
    isDown = false;
    fireEvent.click(again);

    await waitFor(() => expect(screen.getByText('$0.0125', { selector: 'strong' })).toBeTruthy());
  });

  it('as a file are every sum once, and no name is a formula', () => {
    const { name, text } = costCsv(costs, { from: '2026-11-19', to: '2026-11-21' });

    expect(name).toBe('board-costs-2026-11-19-to-2026-11-21.csv');
    expect(text.split('\r\n')).toEqual([
      '"Added up by","Name","US dollars","Calls"',
      '"Day","2026-11-20","0.00250000","2"',
      '"Day","2026-11-21","0.01000000","10"',
      '"Phase","Debate","0.01000000","10"',
      '"Phase","Follow up","0.00250000","2"',
      '"Model","claude-haiku-4-5","0.01250000","12"',
      '"Persona","\'=Mireille ""M"" Sabourin","0.01000000","10"',
      '"Persona","The board itself","0.00250000","2"',
      '"Total","","0.01250000","12"',
      '',
    ]);
  });

  it('of other days are not shown for those that are asked for, nor saved as theirs', async () => {
    const other = Promise.withResolvers<Costs>();
    stubProcedures('boardofone', {
      'costs.read': ({ from }: { from: string }) => (from === '2026-11-19' ? costs : other.promise),
    });
    open(at);
    await screen.findByText('$0.0125', { selector: 'strong' });
    fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-11-21' } });
    await waitFor(() => expect(window.location.search).toContain('from=2026-11-21'));

    await waitFor(() => expect(screen.queryByText('$0.0125', { selector: 'strong' })).toBeNull());
    expect(screen.queryByRole('button', { name: 'CSV' })).toBeNull();
    other.resolve({ ...costs, total: { cost: '0.01000000', calls: 10, sessions: 1 } });
    expect(await screen.findByText('$0.0100', { selector: 'strong' })).toBeTruthy();
  });
});
