import { Table, Title } from '@mantine/core';
import type { Calibration } from '../client.ts';
import classes from './outcomes.module.css';

const reviewedMin = 10;

/** How good the forecasts of the owner, the panel and each persona were; no score before there are enough of them. */
export function CalibrationTable({ calibration }: { calibration: Calibration }) {
  const { owner, panel, personas } = calibration;
  const rows = [
    { name: 'You', ...owner },
    { name: 'The panel', ...panel },
    ...personas.map(({ name, brier, n }) => ({ name, brier, n })),
  ];
  return (
    <section className={classes.section} aria-labelledby="calibration">
      <Title order={2} id="calibration">
        Whose forecasts held
      </Title>
      <p className={classes.lead}>
        The Brier score: 0 is perfect, 0.25 is what always saying “fifty-fifty” gets, 1 is always wrong. It is
        shown from {reviewedMin} reviewed decisions on, because fewer say nothing. A voice’s forecast is what
        its vote made likely for the option that you chose.
      </p>
      <div className={classes.scroll}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Who</Table.Th>
              <Table.Th scope="col">Brier score</Table.Th>
              <Table.Th scope="col">Reviewed decisions (n)</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, brier, n }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{brier === null ? `after ${reviewedMin - n} more` : brier.toFixed(2)}</Table.Td>
                <Table.Td>{n}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}
