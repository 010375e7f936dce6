import { Form, FormFailure, useDialogLayer } from '@commons/ui';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { KillSession } from '../../server/sessions/schemas.ts';
import { useTRPC } from '../client.ts';
import { useReadOn } from '../log/use-read-on.ts';

interface KillDialogProps {
  id: string;
  opened: boolean;
  onClose: () => void;
}

/** Asks why, before a session ends for good. */
export function KillDialog({ id, opened, onClose }: KillDialogProps) {
  const trpc = useTRPC();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const kill = useMutation(
    trpc.sessions.kill.mutationOptions({ onSuccess: onClose, onSettled: useReadOn(id) }),
  );
  const end = () => {
    const { data, error } = KillSession.shape.reason.safeParse(reason);
    setProblem(error?.issues[0]?.message);
    if (data) kill.mutate({ id, reason: data });
  };
  return (
    <Modal
      {...useDialogLayer(opened)}
      onClose={onClose}
      title="End this session?"
      centered
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      <Form onSubmit={end}>
        <Stack gap="md">
          <p style={{ margin: 0 }}>
            Answers under way are broken off, and nothing is added any more. It cannot be taken up again; what
            was said until now stays.
          </p>
          <TextInput
            label="Why do you end it?"
            description="It is kept with the session."
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={problem}
            autoComplete="off"
            dir="auto"
            data-autofocus
          />
          <FormFailure error={kill.error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Let it run
            </Button>
            <Button type="submit" color="red" loading={kill.isPending}>
              End it for good
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
