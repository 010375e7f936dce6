import { FormFailure, newMessageId, notify, useAnnounce, useDialogLayer } from '@commons/ui';
import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TypedReason } from '../../administration/schemas.ts';
import { Amount } from '../../schedule/schemas.ts';
import { useTRPC } from '../client.ts';
import type { DoseEntry } from '../today/administrations.ts';
import { instantOfWallTime, wallTimeOf } from '../today/wall-time.ts';

interface CorrectDialogProps {
  profileId: string;
  zone: string;
  entry: DoseEntry;
  name: string;
  onClose: () => void;
}

/** What really happened. The wrong entry stays in the history, marked, with the reason. */
export function CorrectDialog({ profileId, zone, entry, name, onClose }: CorrectDialogProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [replacementId] = useState(newMessageId);
  const [happened, setHappened] = useState<'given' | 'nothing'>('given');
  const [time, setTime] = useState(() => wallTimeOf(zone, Date.parse(entry.actualAt)));
  const [first] = useState(time);
  const [amount, setAmount] = useState(entry.status === 'skipped' ? '' : entry.amount);
  const [reason, setReason] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const { mutate, isPending, error } = useMutation(
    trpc.doses.correct.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: trpc.doses.pathKey() });
        notify({ title: `${name} was corrected` });
        announce(`${name} was corrected`);
        onClose();
      },
    }),
  );
  const parsed = Amount.safeParse(amount);
  const typed = TypedReason.safeParse(reason);
  const said = time === first ? Date.parse(entry.actualAt) : instantOfWallTime(zone, time);
  const correct = () => {
    setSubmitted(true);
    if (!typed.success || (happened === 'given' && (!parsed.success || said === undefined))) return;
    const replacement =
      happened === 'given' && parsed.success && said !== undefined
        ? ({
            id: replacementId,
            status: 'given',
            amount: parsed.data,
            actualAt: new Date(said).toISOString(),
            note: entry.note,
          } as const)
        : null;
    mutate({ profileId, id: entry.id, reason: typed.data, replacement });
  };
  return (
    <Modal
      {...useDialogLayer(true)}
      onClose={onClose}
      title={`Correct ${name}`}
      closeButtonProps={{ 'aria-label': 'Close', size: 44, iconSize: 20 }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          correct();
        }}
      >
        <Stack gap="md">
          <Radio.Group
            label="What really happened?"
            value={happened}
            onChange={(value) => setHappened(value as typeof happened)}
          >
            <Stack gap="sm" mt="xs">
              <Radio value="given" label="It was taken, like this:" size="md" />
              <Radio
                value="nothing"
                label={entry.slot ? 'It was not taken; the dose is still open' : 'It was not taken'}
                size="md"
              />
            </Stack>
          </Radio.Group>
          {happened === 'given' && (
            <>
              <TextInput
                type="datetime-local"
                label="When was it taken?"
                value={time}
                onChange={({ currentTarget }) => setTime(currentTarget.value)}
                error={submitted && said === undefined && 'Choose date and time.'}
              />
              <TextInput
                label="How much was taken?"
                inputMode="decimal"
                value={amount}
                onChange={({ currentTarget }) => setAmount(currentTarget.value)}
                error={submitted && parsed.error?.issues[0]?.message}
                rightSectionWidth={90}
                rightSection={<span>{entry.unit}</span>}
              />
            </>
          )}
          <TextInput
            label="What was wrong?"
            description="Both entries stay in the history, with this reason and your name."
            value={reason}
            maxLength={300}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={submitted && typed.error?.issues[0]?.message}
            aria-required
          />
          <FormFailure error={error} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Correct it
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
