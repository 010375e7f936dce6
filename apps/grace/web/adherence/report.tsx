import { DataTable, lazyPart } from '@commons/ui';
import { Title } from '@mantine/core';
import { ChartFigure } from '../charts/chart-figure.tsx';
import type { Outputs } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import classes from './adherence-page.module.css';
import { Formula } from './formula.tsx';
import { type Bar, groupDays } from './group-days.ts';
import { percent } from './percent.ts';

type AdherenceReport = Outputs['reports']['adherence'];

const DayBars = lazyPart(() => import('./day-bars.tsx'), 'DayBars');
const height = 240;

/** The figures of a period: altogether, by day, by medicine. */
export function Report({ report, name }: { report: AdherenceReport; name: string }) {
  const { total, from, to, medications, byDay } = report;
  const bars = groupDays(byDay);
  return (
    <>
      <section className={classes.result} aria-label="Altogether">
        <p className={classes.rate}>{total.rate === null ? '–' : percent(total.rate)}</p>
        <p className={classes.said}>
          {total.rate === null
            ? 'No dose was due in these days.'
            : `${name} took ${total.taken} of ${total.counted} doses that counted, ${total.takenLate} of them late.`}
        </p>
        <p className={classes.note}>
          {formatDate(from, 'long')} to {formatDate(to, 'long')}
        </p>
        <Formula figures={total} />
        <p className={classes.note}>
          Medicines taken as needed are not counted, nor are doses whose time is still to come. A late dose
          counts as taken; a part of a dose does not.
        </p>
      </section>
      <section className={classes.section} aria-labelledby="by-day">
        <Title order={2} id="by-day">
          {byDay.length > 31 ? 'Week by week' : 'Day by day'}
        </Title>
        <ChartFigure
          label={`Doses of ${name}, one bar for each ${byDay.length > 31 ? 'week' : 'day'}`}
          height={height}
          legend={[
            { look: 'solid', text: 'On time' },
            { look: 'striped', text: 'Late' },
            { look: 'empty', text: 'Not taken' },
          ]}
          table={<BarsTable bars={bars} />}
        >
          <DayBars bars={bars} height={height} />
        </ChartFigure>
      </section>
      <DataTable
        caption="Each medicine"
        columns={[
          { label: 'Medicine' },
          { label: 'Share', numeric: true },
          { label: 'Taken', numeric: true },
          { label: 'Late', numeric: true },
          { label: 'Missed', numeric: true },
          { label: 'Skipped', numeric: true },
        ]}
        rows={medications.map(({ medicationId, name: medicine, figures }) => ({
          key: medicationId,
          cells: [
            medicine,
            figures.rate === null ? '–' : percent(figures.rate),
            `${figures.taken} of ${figures.counted}`,
            figures.takenLate,
            figures.missed + figures.overdue,
            figures.otherSkips + figures.clinicianSkips,
          ],
        }))}
      />
    </>
  );
}

function BarsTable({ bars }: { bars: Bar[] }) {
  return (
    <DataTable
      caption="Doses by day"
      columns={[
        { label: 'Day' },
        { label: 'On time', numeric: true },
        { label: 'Late', numeric: true },
        { label: 'Not taken', numeric: true },
      ]}
      rows={bars.toReversed().map(({ from, to, onTime, late, notTaken }) => ({
        key: to,
        cells: [
          from === to
            ? formatDate(to, 'weekday')
            : `${formatDate(from, 'short')} – ${formatDate(to, 'short')}`,
          onTime,
          late,
          notTaken,
        ],
      }))}
    />
  );
}
