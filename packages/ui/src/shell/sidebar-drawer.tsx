import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDialogLayer } from '../dialogs/use-dialog-layer.ts';
import classes from './shell.module.css';

interface SidebarDrawerProps {
  label: string;
  opened: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The sidebar on a narrow screen: over the page, with the focus inside until it closes. */
export function SidebarDrawer({ label, opened, onClose, children }: SidebarDrawerProps) {
  return (
    <Drawer
      {...useDialogLayer(opened)}
      onClose={onClose}
      title={label}
      size="min(20rem, 86vw)"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
      classNames={{ content: classes.drawer ?? '', body: classes.drawerBody ?? '' }}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: pressing Enter on a link is a click as well. */}
      <nav aria-label={label} onClick={(event) => isLink(event.target) && onClose()}>
        {children}
      </nav>
    </Drawer>
  );
}

/** A link has led somewhere, if only to the page that is open already. */
function isLink(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a') !== null;
}
