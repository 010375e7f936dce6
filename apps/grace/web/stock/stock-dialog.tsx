import { newMessageId } from '@commons/ui';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatAmount } from '../../schedule/amount.ts';
import { CountStock, RefillStock } from '../../stock/schemas.ts';
import { Dialog } from '../dialogs/dialog.tsx';
import { DialogForm } from '../dialogs/dialog-form.tsx';
import type { Stock, StockChanges } from './use-stock-changes.ts';

interface StockDialogProps {
  kind: 'refill' | 'count';
  stock: Stock;
  changes: StockChanges;
  onClose: () => void;
}

const words = {
  refill: { title: 'Add a refill', label: 'How much came in', verb: 'Add', Amount: RefillStock.shape.amount },
  count: {
    title: 'Count what is there',
    label: 'How much is there now',
    verb: 'Save',
    Amount: CountStock.shape.amount,
  },
};

/** Asks for one number, in the unit of the doses. */
export function StockDialog({ kind, stock, changes, onClose }: StockDialogProps) {
  const { title, label, verb, Amount } = words[kind];
  // One id for this dialog: pressing again after a lost answer records nothing twice.
  const [id] = useState(newMessageId);
  const [written, setWritten] = useState('');
  const [problem, setProblem] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const save = async () => {
    const { data: amount, error } = Amount.safeParse(written.trim());
    setProblem(error?.issues[0]?.message);
    if (amount === undefined) return;
    await changes.record(kind, stock, amount, id).then(onClose, setFailure);
  };
  return (
    <Dialog title={`${title}: ${stock.name}`} onClose={onClose}>
      <DialogForm
        onSubmit={() => void save()}
        onClose={onClose}
        submit={verb}
        isPending={changes.isRecording}
        error={failure}
      >
        <TextInput
          label={`${label}, in ${formatAmount('2', stock.unit).slice(2)}`}
          inputMode="decimal"
          autoComplete="off"
          value={written}
          onChange={({ currentTarget }) => setWritten(currentTarget.value)}
          error={problem}
          data-autofocus
        />
      </DialogForm>
    </Dialog>
  );
}
