import { useDialogLayer } from '@commons/ui';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

interface DialogProps {
  title: string;
  /** Open as long as it is there, unless stated. */
  opened?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A question in front of the page. What is in it forgets what was written when it closes. */
export function Dialog({ title, opened = true, onClose, children }: DialogProps) {
  return (
    <Modal
      {...useDialogLayer(opened)}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      {children}
    </Modal>
  );
}
