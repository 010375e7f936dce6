import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { DataTable } from './data-table.tsx';

const columns = [{ label: 'Part' }, { label: 'Tokens', numeric: true }];
const rows = [
  { key: 'prices', cells: ['Prices', '12'] },
  { key: 'terms', cells: ['Terms', '30'] },
];

it('names its rows and columns, and sums up', () => {
  renderInApp(<DataTable caption="Included" columns={columns} rows={rows} total={['Together', '42']} />);
  const table = screen.getByRole('table', { name: 'Included' });
  expect(within(table).getByRole('columnheader', { name: 'Tokens' }).getAttribute('scope')).toBe('col');
  const row = within(table).getByRole('rowheader', { name: 'Terms' }).closest('tr');
  expect(row?.textContent).toBe('Terms30');
  expect(within(table).getByRole('rowheader', { name: 'Together' })).toBeTruthy();
});

it('can be scrolled with the keyboard when it is too wide', () => {
  renderInApp(<DataTable caption="Included" columns={columns} rows={rows} />);
  expect(screen.getByRole('region', { name: 'Included' }).tabIndex).toBe(0);
});

it('says so when it has no rows', () => {
  renderInApp(<DataTable caption="Included" columns={columns} rows={[]} empty="Nothing was included." />);
  expect(screen.getByRole('cell', { name: 'Nothing was included.' }).getAttribute('colspan')).toBe('2');
});
