import { useDialogLayer } from '@commons/ui';
import { Drawer } from '@mantine/core';
import type { Message } from '../client.ts';
import classes from './receipt.module.css';
import { Receipt } from './receipt.tsx';

interface ReceiptDrawerProps {
  message: Message;
  opened: boolean;
  businessId: string;
  onClose: () => void;
}

/** What an answer was given to know, beside the conversation. */
export function ReceiptDrawer({ message, opened, businessId, onClose }: ReceiptDrawerProps) {
  return (
    <Drawer
      {...useDialogLayer(opened)}
      onClose={onClose}
      position="right"
      size="min(30rem, 100vw)"
      title="What I knew"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
      classNames={{ body: classes.body ?? '' }}
    >
      {message.receipt ? (
        <Receipt receipt={message.receipt} businessId={businessId} />
      ) : (
        <p className={classes.none}>This answer ended before anything was put together for it.</p>
      )}
    </Drawer>
  );
}
