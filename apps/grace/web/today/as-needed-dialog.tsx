import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { TypedReason } from '../../administration/schemas.ts';
import { formatAmount } from '../../schedule/amount.ts';
import { prnState } from '../../schedule/prn-state.ts';
import { Amount } from '../../schedule/schemas.ts';
import { AmountInput } from '../dialogs/amount-input.tsx';
import { Dialog } from '../dialogs/dialog.tsx';
import { DialogForm } from '../dialogs/dialog-form.tsx';
import { formatDuration } from '../formats/format-time.ts';
import { timeAndDay } from '../formats/time-and-day.ts';
import { asNeededStatus } from './as-needed-status.ts';
import classes from './today.module.css';
import type { AsNeeded } from './today-from.ts';
import { instantOfWallTime, wallTimeOf } from './wall-time.ts';

interface AsNeededDialogProps {
  asNeeded: AsNeeded;
  zone: string;
  now: number;
  /** When the list was read, if it could not be read again since. */
  readBefore: number | undefined;
  onClose: () => void;
  onReport: (values: { actualAt: string; amount: string; reason: string; overrideReason?: string }) => void;
}

/** Before a dose as needed: how long ago, how much, and whether the limits allow it; beyond them a reason is typed. */
export function AsNeededDialog({ asNeeded, zone, now, readBefore, onClose, onReport }: AsNeededDialogProps) {
  const { plan, medicine, taken, items } = asNeeded;
  const refused = items.find(({ problem }) => problem?.isPrnLimit);
  const [time, setTime] = useState(() =>
    wallTimeOf(zone, refused ? Date.parse(refused.input.actualAt) : now),
  );
  const [first] = useState(time);
  const [amount, setAmount] = useState(plan.amount);
  const [reason, setReason] = useState(plan.reason);
  const [override, setOverride] = useState('');
  const [submitted, setSubmitted] = useState(false);
  const said = instantOfWallTime(zone, time);
  // Untouched, it is the very moment, not the beginning of its minute.
  const actualAt = time === first ? (refused ? Date.parse(refused.input.actualAt) : now) : said;
  const parsed = Amount.safeParse(amount);
  const state = prnState(taken, plan, parsed.success ? parsed.data : plan.amount, actualAt ?? now);
  const isBlocked = state.isBlocked || refused !== undefined;
  const typed = TypedReason.safeParse(override);
  const timeProblem =
    actualAt === undefined
      ? 'Choose date and time.'
      : actualAt > now + 60_000
        ? 'This time has not come yet.'
        : undefined;
  const report = () => {
    setSubmitted(true);
    if (timeProblem || actualAt === undefined || !parsed.success || (isBlocked && !typed.success)) return;
    onReport({
      actualAt: new Date(actualAt).toISOString(),
      amount: parsed.data,
      reason,
      ...(isBlocked && typed.success && { overrideReason: typed.data }),
    });
  };
  return (
    <Dialog title={`${medicine.name} as needed`} onClose={onClose}>
      <DialogForm
        onSubmit={report}
        onClose={onClose}
        submit={isBlocked ? 'Record it all the same' : 'Record'}
        isGrave={isBlocked}
      >
        <div>
          <dl className={classes.figures}>
            <div>
              <dt>Last dose</dt>
              <dd>
                {state.msSinceLast === null ? 'None lately' : `${formatDuration(state.msSinceLast)} ago`}
              </dd>
            </div>
            <div>
              <dt>In the last 24 hours</dt>
              <dd>
                {formatAmount(state.amountIn24h, plan.unit)}
                {plan.maxAmountIn24h && ` of at most ${plan.maxAmountIn24h}`}
              </dd>
            </div>
          </dl>
          <div role="status">
            {(isBlocked || state.isLastAllowed) && (
              <p className={classes.limit} data-blocked={isBlocked || undefined}>
                {refused?.problem?.message ?? asNeededStatus(state, zone, now)}
              </p>
            )}
            {readBefore !== undefined && (
              <p className={classes.limit}>
                This was read {timeAndDay(zone, readBefore, now)}. Somebody may have given a dose since: ask
                first.
              </p>
            )}
          </div>
        </div>
        {medicine.prnSigns && <p className={classes.advice}>Signs that it is needed: {medicine.prnSigns}</p>}
        {medicine.prnTryFirst && <p className={classes.advice}>Try first: {medicine.prnTryFirst}</p>}
        <AmountInput
          label="How much?"
          value={amount}
          unit={plan.unit}
          onChange={setAmount}
          error={submitted && parsed.error?.issues[0]?.message}
          data-autofocus
        />
        <TextInput
          label="What for?"
          value={reason}
          maxLength={300}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label="When?"
          value={time}
          max={wallTimeOf(zone, now)}
          onChange={({ currentTarget }) => setTime(currentTarget.value)}
          error={submitted && timeProblem}
        />
        {isBlocked && (
          <Textarea
            label="If it has to be: why?"
            description="This is kept in the record, with your name."
            value={override}
            maxLength={300}
            autosize
            minRows={2}
            onChange={({ currentTarget }) => setOverride(currentTarget.value)}
            error={submitted && !typed.success && 'Write why, in a few words.'}
          />
        )}
      </DialogForm>
    </Dialog>
  );
}
