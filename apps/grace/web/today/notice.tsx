import type { Icon as TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './today.module.css';

/** Something to know or to answer. */
export function Notice({ Icon, children }: { Icon: TablerIcon; children: ReactNode }) {
  return (
    <div className={classes.notice}>
      <Icon size={26} stroke={1.7} aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
