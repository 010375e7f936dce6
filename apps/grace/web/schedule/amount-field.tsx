import { NativeSelect, TextInput } from '@mantine/core';
import { type DoseUnit, doseUnits } from '../../schedule/schemas.ts';
import classes from './plan-editor.module.css';

interface AmountFieldProps {
  label: string;
  amount: string;
  unit: DoseUnit;
  onAmount: (amount: string) => void;
  onUnit: (unit: DoseUnit) => void;
  error?: string | undefined;
}

/** An amount and its unit, in fields of their own: nothing is ever read out of a text such as "2 tabs". */
export function AmountField({ label, amount, unit, onAmount, onUnit, error }: AmountFieldProps) {
  return (
    <div className={classes.amount}>
      <TextInput
        label={label}
        inputMode="decimal"
        value={amount}
        onChange={({ currentTarget }) => onAmount(currentTarget.value)}
        error={error}
        autoComplete="off"
      />
      <UnitSelect unit={unit} onUnit={onUnit} />
    </div>
  );
}

/** What the doses are counted in. */
export function UnitSelect({ unit, onUnit }: Pick<AmountFieldProps, 'unit' | 'onUnit'>) {
  return (
    <NativeSelect
      label="Unit"
      size="md"
      data={[...doseUnits]}
      value={unit}
      onChange={({ currentTarget }) => onUnit(currentTarget.value as DoseUnit)}
    />
  );
}
