import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './disclosure.module.css';

/** What can be opened, and what is in it. */
export interface DisclosureProps {
  label: ReactNode;
  /** Rendered once somebody opens it, for what is costly; such a part is not on paper. */
  isLazy?: boolean;
  children: ReactNode;
}

/** Something more that can be opened; on paper it is open. */
export function Disclosure({ label, isLazy = false, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.more} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={classes.label}>
        <IconChevronRight
          size={20}
          stroke={2}
          aria-hidden="true"
          className={`${classes.chevron} ui-mirrored`}
        />
        {label}
      </summary>
      {(isOpen || !isLazy) && <div className={classes.content}>{children}</div>}
    </details>
  );
}
