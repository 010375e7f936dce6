import { Button } from '@mantine/core';
import { IconPrinter, IconWallet } from '@tabler/icons-react';
import { printCard } from './print-card.ts';

/** On a page, or small for the wallet. */
export function PrintButtons() {
  return (
    <>
      <Button leftSection={<IconPrinter size={20} stroke={1.7} />} onClick={() => printCard('page')}>
        Print a page
      </Button>
      <Button
        variant="default"
        leftSection={<IconWallet size={20} stroke={1.7} />}
        onClick={() => printCard('wallet')}
      >
        Print for the wallet
      </Button>
    </>
  );
}
