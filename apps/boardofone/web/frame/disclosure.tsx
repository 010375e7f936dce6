import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './disclosure.module.css';

/** Something more that can be opened; on paper it is open. */
export function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className={classes.more}>
      <summary className={classes.label}>
        <IconChevronRight
          size={18}
          stroke={2}
          aria-hidden="true"
          className={`${classes.chevron} ui-mirrored`}
        />
        {label}
      </summary>
      <div className={classes.content}>{children}</div>
    </details>
  );
}
