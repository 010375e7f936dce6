import { NativeSelect } from '@mantine/core';
import { formLabels, routeLabels } from '../../medicine/labels.ts';
import {
  type Form,
  forms,
  type Route,
  routes,
  type StrengthUnit,
  strengthUnits,
} from '../../medicine/schemas.ts';
import { type FactsFieldsProps, Field } from './facts-field.tsx';
import classes from './forms.module.css';

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
