import { ErrorState, LoadingState, useDialogLayer } from '@commons/ui';
import { Drawer } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '../client.ts';
import { MakeItMine } from './make-it-mine.tsx';
import { PersonaDetails } from './persona-details.tsx';
import classes from './personas.module.css';

interface PersonaDrawerProps {
  code: string | undefined;
  onClose: () => void;
}

/** Everything about one persona, beside the catalogue. */
export function PersonaDrawer({ code, onClose }: PersonaDrawerProps) {
  const trpc = useTRPC();
  // Whoever was open stays on it while it slides away.
  const [shown, setShown] = useState(code);
  if (code !== undefined && code !== shown) setShown(code);
  const { data, error, refetch } = useQuery(
    trpc.personas.byCode.queryOptions(shown === undefined ? skipToken : { code: shown }),
  );
  return (
    <Drawer
      {...useDialogLayer(code !== undefined)}
      onClose={onClose}
      position="right"
      size="min(34rem, 100vw)"
      title="Persona"
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
      classNames={{ body: classes.drawer ?? '' }}
    >
      {data ? (
        <>
          <PersonaDetails persona={data} />
          {!data.isRetired && <MakeItMine key={data.code} code={data.code} />}
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState />
      )}
    </Drawer>
  );
}
