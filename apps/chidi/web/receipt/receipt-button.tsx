import { UnstyledButton } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import classes from './receipt.module.css';

/** Below an answer: the way to what it was given to know. */
export function ReceiptButton({ onOpen }: { onOpen: () => void }) {
  return (
    <UnstyledButton className={classes.open} onClick={onOpen}>
      <IconReceipt size={18} stroke={1.7} aria-hidden="true" />
      What I knew
    </UnstyledButton>
  );
}
