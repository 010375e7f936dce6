import { lazyPart, notifyError } from '@commons/ui';
import { Button, Group } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { Link } from 'wouter';
import { isOver } from '../../deliberation/states.ts';
import type { SessionView } from '../../deliberation/view.ts';
import { useTRPC } from '../client.ts';
import { useReadOn } from '../log/use-read-on.ts';

const KillDialog = lazyPart(() => import('./kill-dialog.tsx'), 'KillDialog');
const CapDialog = lazyPart(() => import('./cap-dialog.tsx'), 'CapDialog');

/** Pause, go on, raise the cap, end: what the owner can do while it runs. */
export function Controls({ id, view }: { id: string; view: SessionView }) {
  const trpc = useTRPC();
  const [dialog, setDialog] = useState<{ kind: 'kill' | 'cap' | null; isOpen: boolean; times: number }>({
    kind: null,
    isOpen: false,
    times: 0,
  });
  const ask = (kind: 'kill' | 'cap') => setDialog({ kind, isOpen: true, times: dialog.times + 1 });
  // It stays while it closes, so that the focus finds back to its button.
  const layer = { opened: dialog.isOpen, onClose: () => setDialog({ ...dialog, isOpen: false }) };
  const settled = { onError: (error: unknown) => void notifyError(error), onSettled: useReadOn(id) };
  const pause = useMutation(trpc.sessions.pause.mutationOptions(settled));
  const resume = useMutation(trpc.sessions.resume.mutationOptions(settled));
  const { status } = view;
  if (status === 'failed') {
    return (
      <Button component={Link} href={`/new?from=${id}`}>
        Ask again
      </Button>
    );
  }
  if (isOver(status)) return null;
  const isAtCap = view.pause?.reason === 'cost_cap';
  return (
    <Group gap="xs">
      {status === 'active' && (
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={18} stroke={1.8} />}
          loading={pause.isPending}
          onClick={() => pause.mutate({ id })}
        >
          Pause
        </Button>
      )}
      {isAtCap && <Button onClick={() => ask('cap')}>Raise the cap</Button>}
      {status === 'paused' && (
        <Button
          variant={isAtCap ? 'default' : 'filled'}
          leftSection={<IconPlayerPlay size={18} stroke={1.8} />}
          loading={resume.isPending}
          onClick={() => resume.mutate({ id })}
        >
          Resume
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconPlayerStop size={18} stroke={1.8} />}
        onClick={() => ask('kill')}
      >
        End it
      </Button>
      <Suspense>
        {dialog.kind === 'kill' && <KillDialog id={id} {...layer} />}
        {/* What it proposes follows from the cap at that moment. */}
        {dialog.kind === 'cap' && <CapDialog key={dialog.times} id={id} view={view} {...layer} />}
      </Suspense>
    </Group>
  );
}
