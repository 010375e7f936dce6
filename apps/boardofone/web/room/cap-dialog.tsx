import { Form, FormFailure, refusedFields, useDialogLayer } from '@commons/ui';
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SessionView } from '../../deliberation/view.ts';
import { dollars } from '../../money/dollars.ts';
import { capUsd } from '../../server/sessions/schemas.ts';
import { useTRPCClient } from '../client.ts';
import { useReadOn } from '../log/use-read-on.ts';

interface CapDialogProps {
  id: string;
  view: SessionView;
  opened: boolean;
  onClose: () => void;
}

/** Asks for another cap, and lets the session go on under it. */
export function CapDialog({ id, view, opened, onClose }: CapDialogProps) {
  const client = useTRPCClient();
  const readOn = useReadOn(id);
  const [written, setWritten] = useState((Number(view.capUsd) * 2).toFixed(2));
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  const raise = async () => {
    const { data: cap, error } = capUsd.safeParse(written.trim());
    setProblem(error?.issues[0]?.message);
    if (!cap) return;
    setPending(true);
    setFailure(undefined);
    try {
      await client.sessions.changeCap.mutate({ id, capUsd: cap });
      await client.sessions.resume.mutate({ id });
      onClose();
    } catch (refusal) {
      const words = refusedFields(refusal).capUsd;
      if (words) setProblem(words);
      else setFailure(refusal);
    } finally {
      setPending(false);
      void readOn();
    }
  };
  return (
    <Modal
      {...useDialogLayer(opened)}
      onClose={onClose}
      title="Raise the cap"
      centered
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      <Form onSubmit={raise}>
        <Stack gap="md">
          <TextInput
            label="At most, in dollars"
            description={`${dollars(view.cost)} of ${dollars(view.capUsd)} are spent.`}
            inputMode="decimal"
            autoComplete="off"
            value={written}
            onChange={({ currentTarget }) => setWritten(currentTarget.value)}
            error={problem}
            data-autofocus
          />
          <FormFailure error={failure} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Leave it paused
            </Button>
            <Button type="submit" loading={isPending}>
              Raise it and go on
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}
