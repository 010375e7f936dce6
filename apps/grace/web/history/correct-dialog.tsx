import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { SkipReason } from '../../administration/schemas.ts';
import { AmountInput } from '../dialogs/amount-input.tsx';
import { Dialog } from '../dialogs/dialog.tsx';
import { DialogForm } from '../dialogs/dialog-form.tsx';
import surfaces from '../surfaces.module.css';
import { skipReasons } from '../today/words.ts';
import { type CorrectionProps, useCorrection } from './use-correction.ts';

/** What really happened. The wrong entry stays in the history, marked, with the reason. */
export function CorrectDialog(props: CorrectionProps) {
  const { entry, name, onClose } = props;
  const { values, change, submit, problems, isPending, error } = useCorrection(props);
  const { happened } = values;
  return (
    <Dialog title={`Correct ${name}`} onClose={onClose}>
      <DialogForm onSubmit={submit} onClose={onClose} submit="Correct it" isPending={isPending} error={error}>
        <Radio.Group
          label="What really happened?"
          value={happened}
          onChange={(value) => change({ happened: value as typeof happened })}
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
            value={values.skipReason ?? ''}
            onChange={({ currentTarget }) =>
              change({ skipReason: SkipReason.safeParse(currentTarget.value).data })
            }
            error={problems?.skipReason}
          />
        )}
        {happened === 'given' && (
          <>
            <TextInput
              type="datetime-local"
              label="When was it taken?"
              value={values.time}
              onChange={({ currentTarget }) => change({ time: currentTarget.value })}
              error={problems?.time}
            />
            <AmountInput
              label="How much was taken?"
              value={values.amount}
              unit={entry.unit}
              onChange={(amount) => change({ amount })}
              error={problems?.amount}
            />
          </>
        )}
        <TextInput
          label="What was wrong?"
          description="Both entries stay in the history, with this reason and your name."
          value={values.reason}
          maxLength={300}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
          error={problems?.reason}
          aria-required
        />
      </DialogForm>
    </Dialog>
  );
}
