import { Progress } from '@mantine/core';
import { contextSections } from '../../server/contexts/schemas.ts';
import classes from './business-form.module.css';
import { type BusinessValues, filledSections } from './business-values.ts';

/** How much of what helps has been told; nothing of it is required. */
export function Completeness({ values }: { values: BusinessValues }) {
  const filled = filledSections(values);
  const all = contextSections.length;
  return (
    <div className={classes.completeness}>
      <p>
        <strong>
          {filled} of {all} sections filled.
        </strong>{' '}
        {filled === all
          ? 'Chidi has everything it asks for.'
          : 'None is required: each one makes the answers more your own.'}
      </p>
      <Progress value={(filled / all) * 100} size="sm" radius="xl" color="accent" aria-hidden="true" />
    </div>
  );
}
