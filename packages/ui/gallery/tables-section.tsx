import { DataTable } from '../src/tables/data-table.tsx';
import { Section } from './section.tsx';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August'];

/** Tables: a narrow one, one that is wider than a phone, an empty one. */
export function TablesSection() {
  return (
    <Section title="Tables">
      <div className="ui-wide">
        <DataTable
          caption="Included"
          columns={[{ label: 'Part' }, { label: 'Tokens', numeric: true }]}
          rows={[
            { key: 'prices', cells: ['Prices', '1,204'] },
            { key: 'terms', cells: ['Terms of delivery', '96'] },
          ]}
          total={['Together', '1,300']}
        />
      </div>
      <div className="ui-wide">
        <DataTable
          caption="Sold per month"
          columns={[{ label: 'Loaf' }, ...months.map((label) => ({ label, numeric: true }))]}
          rows={[{ key: 'rye', cells: ['Rye', ...months.map((_, at) => String(at * 1_111))] }]}
        />
      </div>
      <DataTable caption="Returned" columns={[{ label: 'Loaf' }]} rows={[]} empty="Nothing came back." />
    </Section>
  );
}
