import { Checkbox } from '@mantine/core';
import { type FactsFieldsProps, Field, LongField } from './facts-field.tsx';
import classes from './forms.module.css';

/** What whoever gives it should know. */
export function GivingFields(props: FactsFieldsProps & { isAsNeeded: boolean }) {
  const { draft, change, isAsNeeded } = props;
  return (
    <>
      <Field {...props} field="indication" label="What it is for" />
      <LongField
        {...props}
        field="instructions"
        label="How to take it"
        description="For example: with food."
      />
      <div className={classes.row}>
        <Field {...props} field="prescriber" label="Prescribed by" />
        <Field {...props} field="startedOn" label="Taken since" type="date" />
      </div>
      {isAsNeeded ? (
        <>
          <LongField
            {...props}
            field="prnTryFirst"
            label="What to try first"
            description="Also another medicine that comes before this one."
          />
          <LongField {...props} field="prnSigns" label="Signs that it is needed" />
          <Field {...props} field="prnReviewOn" label="Ask whether it is still right on" type="date" />
        </>
      ) : (
        <>
          <LongField
            {...props}
            field="missedDoseInstruction"
            label="When a dose was missed"
            description="What the leaflet or the prescriber says. It is shown then; GRACE never advises by itself."
          />
          <Checkbox
            size="md"
            label="Its doses must not be skipped without a clinician’s word"
            checked={!draft.isSkippable}
            onChange={({ currentTarget }) => change({ isSkippable: !currentTarget.checked })}
          />
          <Field
            {...props}
            field="escalationDelayMinutes"
            label="Tell caregivers when nobody has logged it, after so many minutes"
            description="Between 15 and 240. Empty for not at all."
            inputMode="numeric"
          />
        </>
      )}
    </>
  );
}
