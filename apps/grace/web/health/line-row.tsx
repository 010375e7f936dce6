import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './health.module.css';
import { RemoveRow } from './remove-row.tsx';

interface LineRowProps {
  name: string;
  /** Whether the caller may change the list. */
  mayChange: boolean;
  /** Absent for a line of which there is nothing to edit. */
  onEdit?: (() => void) | undefined;
  onRemove: (reason: string) => void;
  removal: { isPending: boolean; error: unknown };
  children: ReactNode;
}

/** One line of the list, with what may be done with it. */
export function LineRow({ name, mayChange, onEdit, onRemove, removal, children }: LineRowProps) {
  return (
    <li className={classes.row}>
      {children}
      {mayChange && (
        <div className={classes.actions}>
          {onEdit && (
            <Button variant="default" onClick={onEdit}>
              Edit<span className="ui-hidden"> {name}</span>
            </Button>
          )}
          <RemoveRow name={name} pending={removal.isPending} error={removal.error} onRemove={onRemove} />
        </div>
      )}
    </li>
  );
}
