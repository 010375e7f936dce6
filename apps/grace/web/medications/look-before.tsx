import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './forms.module.css';

interface LookBeforeProps {
  /** A line each; nothing is shown where there are none. */
  notices: readonly { key: string; words: string }[];
  /** How far the check goes, and who makes a better one. */
  children: ReactNode;
}

/** What was found about a medicine or an allergy while it is being entered; read out as it appears. */
export function LookBefore({ notices, children }: LookBeforeProps) {
  return (
    <div role="status">
      {notices.length > 0 && (
        <div className={classes.notices}>
          <strong>
            <IconAlertTriangle size={20} aria-hidden="true" />
            Please look at this before you go on
          </strong>
          <ul>
            {notices.map(({ key, words }) => (
              <li key={key}>{words}</li>
            ))}
          </ul>
          <p>This is not a complete interaction check. {children}</p>
        </div>
      )}
    </div>
  );
}
