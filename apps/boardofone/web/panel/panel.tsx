import { ErrorState, Form, FormFailure, LoadingState } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SessionView } from '../../deliberation/view.ts';
import { diversityOf } from '../../personas/diversity.ts';
import { sameFamily } from '../../personas/same-family.ts';
import { type Session, useTRPC } from '../client.ts';
import { ProblemHeading } from '../log/problem-heading.tsx';
import page from '../page.module.css';
import { AddSeat } from './add-seat.tsx';
import { Estimate } from './estimate.tsx';
import classes from './panel.module.css';
import { SeatRow } from './seat-row.tsx';
import { usePanel } from './use-panel.ts';

/** The seats, what they cost, and the button that lets them speak. */
export function Panel({ session, view }: { session: Session; view: SessionView }) {
  const trpc = useTRPC();
  const { data: account, ...readAccount } = useQuery(trpc.account.mine.queryOptions());
  const { data: catalogue, ...readCatalogue } = useQuery(trpc.personas.list.queryOptions());
  const panel = usePanel(session, view);
  if (!account || !catalogue) {
    const error = readAccount.error ?? readCatalogue.error;
    const readAgain = () => {
      void readAccount.refetch();
      void readCatalogue.refetch();
    };
    return error ? <ErrorState error={error} onRetry={readAgain} /> : <LoadingState />;
  }
  const { seats, problem, failure, isPending, isChanged } = panel;
  const personas = seats.flatMap(({ code }) => catalogue.find((persona) => persona.code === code) ?? []);
  const diversity = diversityOf(personas);
  const alike = sameFamily(seats.map(({ model }) => model || account.model.model));
  return (
    <Form className={`${page.page} ${page.narrow}`} onSubmit={panel.start}>
      <ProblemHeading problem={session.problem} back={{ href: '/', label: 'Your decisions' }} />
      <p className={classes.lead}>
        These voices were proposed because of what you wrote. They are invented: they stand for points of
        view, and claim no expertise. Nobody can be added, dropped or weighed differently once they have
        begun.
      </p>
      <section aria-labelledby="seats" className={classes.seats}>
        <Title order={2} id="seats">
          {seats.length} seats
        </Title>
        <ul>
          {seats.map((seat) => (
            <SeatRow
              key={seat.code}
              seat={seat}
              persona={catalogue.find(({ code }) => code === seat.code)}
              name={view.seats.find(({ personaCode }) => personaCode === seat.code)?.name ?? seat.code}
              panel={panel}
            />
          ))}
        </ul>
        {seats.length < account.limits.seatsMax && (
          <AddSeat
            free={catalogue.filter(
              ({ code, isArchived }) => !isArchived && seats.every((seat) => seat.code !== code),
            )}
            onAdd={panel.add}
          />
        )}
      </section>
      <p className={classes.lead}>
        Spread: {diversity.functions} functions, {diversity.temperaments} temperaments and {diversity.methods}{' '}
        methods on {diversity.seats} seats ({Math.round(diversity.score * 100)} of 100).
      </p>
      {alike && <p className={classes.warning}>{alike.warning}</p>}
      <Estimate id={session.id} models={seats.map(({ model }) => model || null)} />
      {problem && <p role="alert">{problem}</p>}
      <FormFailure error={failure} />
      <div className={page.actions}>
        <Button type="submit" loading={isPending} disabled={seats.length < 3}>
          Let them speak
        </Button>
        {isChanged && (
          <Button variant="default" onClick={panel.discard} disabled={isPending}>
            Back to what was proposed
          </Button>
        )}
      </div>
    </Form>
  );
}
