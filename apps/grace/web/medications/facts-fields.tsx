import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { formLabels, routeLabels } from '../../medicine/labels.ts';
import {
  type Form,
  forms,
  type Route,
  routes,
  type StrengthUnit,
  strengthUnits,
} from '../../medicine/schemas.ts';
import type { Problems } from '../schedule/read-plan.ts';
import type { FactsDraft } from './facts-draft.ts';
import classes from './forms.module.css';

export interface FactsFieldsProps {
  draft: FactsDraft;
  change: (part: Partial<FactsDraft>) => void;
  problems: Problems;
}

type TextField = {
  [Key in keyof FactsDraft]: FactsDraft[Key] extends string
    ? string extends FactsDraft[Key]
      ? Key
      : never
    : never;
}[keyof FactsDraft];

interface TextProps extends FactsFieldsProps {
  field: TextField;
  label: string;
  description?: string;
  type?: 'date';
  inputMode?: 'decimal' | 'numeric';
  required?: boolean;
}

/** One line of text. */
export function Field({
  draft,
  change,
  problems,
  field,
  label,
  description,
  type,
  inputMode,
  required,
}: TextProps) {
  return (
    <TextInput
      label={label}
      description={description}
      type={type ?? 'text'}
      inputMode={inputMode}
      value={draft[field]}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      error={problems[field]}
      aria-required={required}
      autoComplete="off"
      dir={type || inputMode ? undefined : 'auto'}
    />
  );
}

/** Several lines of text. */
function LongField({ draft, change, problems, field, label, description }: TextProps) {
  return (
    <Textarea
      label={label}
      description={description}
      value={draft[field]}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      error={problems[field]}
      rows={2}
      dir="auto"
    />
  );
}

/** What it is: as the box says. */
export function IdentityFields(props: FactsFieldsProps) {
  const { draft, change, problems } = props;
  const problem = problems.ingredients ?? problems['ingredients.0'];
  return (
    <>
      <Field {...props} field="name" label="Name on the box" required />
      <Field
        {...props}
        problems={problem ? { ...problems, ingredients: problem } : problems}
        field="ingredients"
        label="What is in it"
        description="The active ingredients, in small print under the name. Put a comma between two."
        required
      />
      <div className={classes.strength}>
        <Field {...props} field="strengthAmount" label="Strength" inputMode="decimal" />
        <NativeSelect
          label="Unit"
          size="md"
          data={[...strengthUnits]}
          value={draft.strengthUnit}
          onChange={({ currentTarget }) => change({ strengthUnit: currentTarget.value as StrengthUnit })}
          error={problems.strengthUnit}
        />
      </div>
      <div className={classes.row}>
        <NativeSelect
          label="Form"
          size="md"
          data={forms.map((value) => ({ value, label: formLabels[value] }))}
          value={draft.form}
          onChange={({ currentTarget }) => change({ form: currentTarget.value as Form })}
        />
        <NativeSelect
          label="How it is taken"
          size="md"
          data={routes.map((value) => ({ value, label: routeLabels[value] }))}
          value={draft.route}
          onChange={({ currentTarget }) => change({ route: currentTarget.value as Route })}
        />
      </div>
    </>
  );
}

/** What whoever gives it should know. */
export function UseFields(props: FactsFieldsProps & { isAsNeeded: boolean }) {
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
