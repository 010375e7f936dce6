import '@mantine/core/styles/Chip.layer.css';
import { Chip, Group, Input } from '@mantine/core';
import { type FactsFieldsProps, Field } from './facts-field.tsx';
import classes from './forms.module.css';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Where it comes from, and when to think of the next pack. */
export function SupplyFields(props: FactsFieldsProps & { unit: string }) {
  const { draft, change, unit } = props;
  return (
    <>
      <div className={classes.row}>
        <Field {...props} field="pharmacy" label="Pharmacy" />
        <Field {...props} field="prescriptionNumber" label="Prescription number" />
      </div>
      <Input.Wrapper label="The pharmacy is closed on" labelElement="div" size="md">
        <Chip.Group
          multiple
          value={draft.pharmacyClosedWeekdays.map(String)}
          onChange={(days) => change({ pharmacyClosedWeekdays: days.map(Number) })}
        >
          <Group gap="xs" role="group" aria-label="The pharmacy is closed on" mt={6}>
            {weekdays.map((label, index) => (
              <Chip key={label} value={String(index + 1)} size="md" classNames={{ label: classes.chip }}>
                {label}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <div className={classes.row}>
        <Field
          {...props}
          field="packSize"
          label="What a pack holds"
          description={`In the unit of the dose (${unit}).`}
          inputMode="decimal"
        />
        <Field
          {...props}
          field="refillNoticeDays"
          label="Days before it runs out"
          description="Then it is time for a refill."
          inputMode="numeric"
        />
      </div>
    </>
  );
}
