import { IconLeaf } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { State } from './state.tsx';

interface EmptyStateProps {
  title: string;
  /** What this place is for. */
  children?: ReactNode;
  /** One action that fills it. */
  action?: ReactNode;
  icon?: ReactNode;
}

/** A place with nothing in it yet: what it is for, and one way to begin. */
export function EmptyState({ title, children, action, icon }: EmptyStateProps) {
  return (
    <State icon={icon ?? <IconLeaf stroke={1.4} />} title={title} action={action}>
      {children}
    </State>
  );
}
