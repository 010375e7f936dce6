import { newMessageId, notify, useAnnounce } from '@commons/ui';
import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SkipReason, TypedReason } from '../../administration/schemas.ts';
import { Amount } from '../../schedule/schemas.ts';
import { useTRPC } from '../client.ts';
import { AmountInput } from '../dialogs/amount-input.tsx';
import { Dialog } from '../dialogs/dialog.tsx';
import { DialogForm } from '../dialogs/dialog-form.tsx';
import surfaces from '../surfaces.module.css';
import type { DoseEntry } from '../today/administrations.ts';
import { instantOfWallTime, wallTimeOf } from '../today/wall-time.ts';
import { skipReasons } from '../today/words.ts';

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
  const [happened, setHappened] = useState<'given' | 'skipped' | 'nothing'>('given');
  const [skipReason, setSkipReason] = useState<SkipReason>();
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
  const common = { id: replacementId, note: entry.note };
  /** NULL where nothing happened at all, undefined while something is missing. */
  const replacementOf = () => {
    if (happened === 'nothing') return null;
    if (said === undefined) return undefined;
    const actualAt = new Date(said).toISOString();
    if (happened === 'skipped')
      return skipReason
        ? ({ ...common, status: 'skipped', reason: skipReason, actualAt } as const)
        : undefined;
    return parsed.success
      ? ({ ...common, status: 'given', amount: parsed.data, actualAt } as const)
      : undefined;
  };
  const correct = () => {
    setSubmitted(true);
    const replacement = replacementOf();
    if (!typed.success || replacement === undefined) return;
    mutate({ profileId, id: entry.id, reason: typed.data, replacement });
  };
  return (
    <Dialog title={`Correct ${name}`} onClose={onClose}>
      <DialogForm
        onSubmit={correct}
        onClose={onClose}
        submit="Correct it"
        isPending={isPending}
        error={error}
      >
        <Radio.Group
          label="What really happened?"
          value={happened}
          onChange={(value) => setHappened(value as typeof happened)}
        >
          <Stack gap={0} mt="xs">
            <Radio value="given" label="It was taken, like this:" size="md" className={surfaces.choice} />
            {entry.slot && (
              <Radio
                value="skipped"
                label="It was left out on purpose"
                size="md"
                className={surfaces.choice}
              />
            )}
            <Radio
              value="nothing"
              label={entry.slot ? 'It was not taken; the dose is still open' : 'It was not taken'}
              size="md"
              className={surfaces.choice}
            />
          </Stack>
        </Radio.Group>
        {happened === 'skipped' && (
          <NativeSelect
            label="Why was it left out?"
            size="md"
            data={[
              { value: '', label: 'Choose a reason' },
              ...Object.entries(skipReasons).map(([value, label]) => ({ value, label })),
            ]}
            value={skipReason ?? ''}
            onChange={({ currentTarget }) => setSkipReason(SkipReason.safeParse(currentTarget.value).data)}
            error={submitted && !skipReason && 'Choose a reason.'}
          />
        )}
        {happened === 'given' && (
          <>
            <TextInput
              type="datetime-local"
              label="When was it taken?"
              value={time}
              onChange={({ currentTarget }) => setTime(currentTarget.value)}
              error={submitted && said === undefined && 'Choose date and time.'}
            />
            <AmountInput
              label="How much was taken?"
              value={amount}
              unit={entry.unit}
              onChange={setAmount}
              error={submitted && parsed.error?.issues[0]?.message}
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
      </DialogForm>
    </Dialog>
  );
}
