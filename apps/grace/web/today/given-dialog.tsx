import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatAmount, thousandthsOf } from '../../schedule/amount.ts';
import { Amount } from '../../schedule/schemas.ts';
import { AmountInput } from '../dialogs/amount-input.tsx';
import { Dialog } from '../dialogs/dialog.tsx';
import { DialogForm } from '../dialogs/dialog-form.tsx';
import { placeOf } from '../travel/zone-name.ts';
import type { TodayDose } from './today-from.ts';
import { instantOfWallTime, wallTimeOf } from './wall-time.ts';

interface GivenDialogProps {
  dose: TodayDose;
  zone: string;
  now: number;
  onClose: () => void;
  onReport: (values: { actualAt: string; amount?: string; note: string }) => void;
}

/** A dose that was given at another time than now, or of which only a part was taken. */
export function GivenDialog({ dose, zone, now, onClose, onReport }: GivenDialogProps) {
  const [time, setTime] = useState(() => wallTimeOf(zone, now));
  const [amount, setAmount] = useState(() => String(Number(dose.amount)));
  const [note, setNote] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const actualAt = instantOfWallTime(zone, time);
  const parsed = Amount.safeParse(amount);
  const timeProblem =
    actualAt === undefined
      ? 'Choose date and time.'
      : actualAt > now + 60_000
        ? 'This time has not come yet.'
        : undefined;
  const isWhole = parsed.success && thousandthsOf(parsed.data) === thousandthsOf(dose.amount);
  const report = () => {
    setSubmitted(true);
    if (timeProblem || actualAt === undefined || !parsed.success) return;
    onReport({
      actualAt: new Date(actualAt).toISOString(),
      note,
      ...(!isWhole && { amount: parsed.data }),
    });
  };
  return (
    <Dialog title={`${dose.medicine.name}: when and how much?`} onClose={onClose}>
      <DialogForm onSubmit={report} onClose={onClose} submit="Record">
        <TextInput
          type="datetime-local"
          label="When was it taken?"
          description={`By the clock in ${placeOf(zone)}`}
          value={time}
          max={wallTimeOf(zone, now)}
          onChange={({ currentTarget }) => setTime(currentTarget.value)}
          error={submitted && timeProblem}
          data-autofocus
        />
        <AmountInput
          label="How much was taken?"
          description={`Planned: ${formatAmount(dose.amount, dose.unit)}`}
          value={amount}
          unit={dose.unit}
          onChange={setAmount}
          error={submitted && parsed.error?.issues[0]?.message}
        />
        <TextInput
          label="Note"
          description="If there is something to know"
          value={note}
          maxLength={300}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </DialogForm>
    </Dialog>
  );
}
