import type { ReactNode } from 'react';
import classes from './states.module.css';

interface StateProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  /** `alert` for what must be read out at once. */
  role?: 'alert' | undefined;
}

/** The common frame of the states that a screen can be in instead of its content. */
export function State({ icon, title, children, action, role }: StateProps) {
  return (
    <div className={classes.state} role={role}>
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <h2 className={classes.title}>{title}</h2>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
