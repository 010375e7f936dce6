import { Form, FormFailure } from '@commons/ui';
import { Button } from '@mantine/core';
import { contextFields, contextName, contextSections } from '../../server/contexts/schemas.ts';
import type { BusinessDetails } from '../client.ts';
import classes from './business-form.module.css';
import { problemsIn } from './business-values.ts';
import { Completeness } from './completeness.tsx';
import { NewerVersion } from './newer-version.tsx';
import { SectionField } from './section-field.tsx';
import { useBusinessForm } from './use-business-form.ts';

interface BusinessFormProps {
  /** Null for a business that is not there yet. */
  saved: BusinessDetails | null;
  onSaved?: ((business: BusinessDetails) => void) | undefined;
}

/** What Chidi knows about a business, section by section. */
export function BusinessForm({ saved, onSaved }: BusinessFormProps) {
  const form = useBusinessForm({ saved, onSaved });
  const { values, dirty, pending, stale, submitted } = form;
  const problems = problemsIn(values);

  return (
    <Form className={classes.form} onSubmit={() => form.submit()}>
      <SectionField
        name="name"
        label="Name"
        hint="Your company’s, shop’s or brand’s."
        lengthMax={lengthMaxOf(contextName)}
        text={values.name}
        problem={submitted ? problems.name : undefined}
        onChange={form.setName}
        required
      />
      <Completeness values={values} />
      {contextSections.map(({ key, label, hint }) => (
        <SectionField
          key={key}
          name={key}
          label={label}
          hint={hint}
          lengthMax={lengthMaxOf(contextFields.shape[key])}
          text={values.fields[key]}
          problem={submitted ? problems[key] : undefined}
          onChange={(text) => form.setSection(key, text)}
        />
      ))}
      <div className={classes.bar}>
        {stale && <NewerVersion onTakeTheirs={form.discard} onSaveMine={() => void form.saveOverTheirs()} />}
        <FormFailure error={form.failure} />
        <div className={classes.actions}>
          {!stale && (
            <Button type="submit" loading={pending} disabled={saved !== null && !dirty}>
              {saved ? 'Save changes' : 'Save and ask Chidi'}
            </Button>
          )}
          {dirty && !stale && (
            <Button variant="subtle" color="gray" onClick={form.discard} disabled={pending}>
              Discard
            </Button>
          )}
          <span role="status" className={classes.state}>
            {dirty && !pending && 'Not saved yet. Your text is kept on this device.'}
            {!dirty && form.savedVersion && `Saved. Answers start from version ${form.savedVersion} now.`}
          </span>
        </div>
      </div>
    </Form>
  );
}

function lengthMaxOf({ maxLength }: { maxLength: number | null }): number {
  return maxLength ?? Number.POSITIVE_INFINITY;
}
