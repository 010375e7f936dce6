import { type ReactNode, useId } from 'react';
import classes from './data-table.module.css';

/** A column: what it says, and whether it holds figures, which stand at its end. */
export interface DataTableColumn {
  label: string;
  numeric?: boolean;
}

/** A row: one cell per column, the first of which names it. */
export interface DataTableRow {
  key: string;
  cells: ReactNode[];
}

/** What a table shows. */
export interface DataTableProps {
  caption: string;
  columns: DataTableColumn[];
  rows: DataTableRow[];
  /** The last line, such as a sum. */
  total?: ReactNode[];
  /** What stands there instead of no rows. */
  empty?: ReactNode;
}

/** A table with a caption and named rows and columns, which scrolls inside itself when it is too wide. */
export function DataTable({ caption, columns, rows, total, empty = 'Nothing here yet.' }: DataTableProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable with the keyboard.
    <section className={classes.scroll} tabIndex={0} aria-labelledby={id}>
      <table className={classes.table}>
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ label, numeric }) => (
              <th key={label} scope="col" data-numeric={numeric}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <Row key={key} columns={columns} cells={cells} />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className={classes.empty}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
        {total && (
          <tfoot>
            <Row columns={columns} cells={total} />
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Row({ columns, cells }: { columns: DataTableColumn[]; cells: ReactNode[] }) {
  return (
    <tr>
      {columns.map(({ label, numeric }, at) =>
        at === 0 ? (
          <th key={label} scope="row" data-numeric={numeric}>
            {cells[at]}
          </th>
        ) : (
          <td key={label} data-numeric={numeric}>
            {cells[at]}
          </td>
        ),
      )}
    </tr>
  );
}
