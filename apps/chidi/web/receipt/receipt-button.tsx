import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';

/** Below an answer: the way to what it was given to know. */
export function ReceiptButton({ onOpen }: { onOpen: () => void }) {
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-md"
      h={44}
      leftSection={<IconReceipt size={18} stroke={1.6} />}
      onClick={onOpen}
    >
      What I knew
    </Button>
  );
}
