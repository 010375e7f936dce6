import { Skeleton } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import classes from './states.module.css';

const flashMs = 150;

interface LoadingStateProps {
  /** What is loading, for screen readers. */
  label?: string;
  /** The shape of what will come; three lines of text unless given. */
  children?: ReactNode;
}

/** A skeleton that appears only when the wait is long enough to notice. */
export function LoadingState({ label = 'Loading', children }: LoadingStateProps) {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), flashMs);
    return () => clearTimeout(timer);
  }, []);
  if (!visible) return null;
  return (
    <div role="status" aria-busy="true" className={classes.loading}>
      <span className="ui-hidden">{label}…</span>
      <div aria-hidden="true">{children ?? <Lines />}</div>
    </div>
  );
}

function Lines() {
  return (
    <div className={classes.lines}>
      <Skeleton height={22} width="40%" />
      <Skeleton height={14} width="92%" />
      <Skeleton height={14} width="78%" />
    </div>
  );
}
