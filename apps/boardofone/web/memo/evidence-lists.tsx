import { Title } from '@mantine/core';
import { evidenceRegister, type RegisterEntry } from '../../debate/evidence.ts';
import type { SessionView } from '../../deliberation/view.ts';
import type { Contribution, Session } from '../client.ts';
import classes from './memo.module.css';
import { Unknowns } from './unknowns.tsx';

interface EvidenceListsProps {
  session: Session;
  view: SessionView;
  said: readonly Contribution[];
}

/** What the panel took for granted, and what it did not know. */
export function EvidenceLists({ session, view, said }: EvidenceListsProps) {
  const { assumptions, unknowns } = evidenceRegister(
    said.map(({ id, seatId, statements }) => ({ contributionId: id, seatId, statements })),
  );
  const namesOf = ({ seatIds }: RegisterEntry) =>
    view.seats
      .filter(({ id }) => seatIds.includes(id))
      .map(({ name }) => name)
      .join(', ');
  return (
    <>
      <section className={classes.part} aria-labelledby="assumptions">
        <Title order={2} id="assumptions">
          Taken for granted
        </Title>
        {assumptions.length === 0 && <p>Nobody assumed anything.</p>}
        <ul className={classes.register}>
          {assumptions.map((entry) => (
            <li key={entry.text}>
              <span dir="auto">{entry.text}</span> <small>{namesOf(entry)}</small>
            </li>
          ))}
        </ul>
      </section>
      <Unknowns session={session} unknowns={unknowns} namesOf={namesOf} />
    </>
  );
}
