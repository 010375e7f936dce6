import type { Outputs } from '../client.ts';
import classes from './adherence-page.module.css';
import { percent } from './percent.ts';

type Figures = Outputs['reports']['adherence']['total'];

/** How the figure comes about, in words and in these numbers. */
export function Formula({ figures }: { figures: Figures }) {
  const { taken, due, held, clinicianSkips, counted, rate } = figures;
  return (
    <div className={classes.formula}>
      <p>
        <strong>Taken ÷ (due − on hold − left out on a clinician’s word)</strong>
      </p>
      <p>
        {taken} ÷ ({due} − {held} − {clinicianSkips}) = {taken} ÷ {counted}
        {rate !== null && <> = {percent(rate)}</>}
      </p>
    </div>
  );
}
