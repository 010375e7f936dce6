import { LoadingState, PartFailed, useDialogLayer } from '@commons/ui';
import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Message, useTRPC } from '../client.ts';
import classes from './receipt.module.css';
import { Receipt } from './receipt.tsx';

interface ReceiptDrawerProps {
  conversationId: string;
  message: Message;
  opened: boolean;
  businessId: string;
  onClose: () => void;
}

/** What an answer was given to know, beside the conversation. */
export function ReceiptDrawer({ conversationId, message, opened, businessId, onClose }: ReceiptDrawerProps) {
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
      ) : message.content !== '' ? (
        <NotRead conversationId={conversationId} />
      ) : (
        <p className={classes.none}>This answer ended before anything was put together for it.</p>
      )}
    </Drawer>
  );
}

/** Whatever was written has a receipt: what is known of this answer came by the live stream, and its row is still to be read. */
function NotRead({ conversationId }: { conversationId: string }) {
  const conversation = useQuery(useTRPC().conversations.byId.queryOptions({ id: conversationId }));
  if (conversation.isFetching && !conversation.isError) return <LoadingState />;
  return <PartFailed query={conversation}>What this answer was given to know could not be read.</PartFailed>;
}
