import { describeError, ErrorState, LoadingState, NotFoundState, usePageTitle } from '@commons/ui';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '../client.ts';
import page from '../page.module.css';
import classes from './card.module.css';
import { CardView } from './card-view.tsx';
import { printCard } from './print-card.ts';

/** The card for whoever came by a link: no account, nothing else of the record. */
export function CardByLinkPage({ token }: { token: string }) {
  const trpc = useTRPC();
  const { data: card, error, mutate: open } = useMutation(trpc.emergencyCard.byLink.mutationOptions());
  useEffect(() => open({ token }), [open, token]);
  usePageTitle('Emergency card');
  if (error && describeError(error).code === 'NOT_FOUND') return <NotFoundState />;
  if (!card) return error ? <ErrorState error={error} onRetry={() => open({ token })} /> : <LoadingState />;
  return (
    <main className={`${page.page} ${classes.sheet}`}>
      <CardView card={card} />
      <div className={classes.tools}>
        <Button leftSection={<IconPrinter size={20} stroke={1.7} />} onClick={() => printCard('page')}>
          Print
        </Button>
      </div>
    </main>
  );
}
