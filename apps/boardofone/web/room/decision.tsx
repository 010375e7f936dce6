import { Disclosure } from '@commons/ui';
import type { SessionView } from '../../deliberation/view.ts';
import type { Session } from '../client.ts';
import classes from './decision.module.css';
import { optionKey } from './option-key.ts';

/** What is to be decided, in full; open for as long as nobody sits at the table. */
export function Decision({ session, view }: { session: Session; view: SessionView }) {
  if (view.seats.length > 0)
    return (
      <Disclosure label="The decision in full">
        <Parts session={session} view={view} />
      </Disclosure>
    );
  return (
    <section className={classes.open} aria-labelledby="the-decision">
      <h2 id="the-decision">The decision</h2>
      <Parts session={session} view={view} />
    </section>
  );
}

function Parts({ session, view: { subQuestions, options } }: { session: Session; view: SessionView }) {
  const { problem, context, constraints } = session;
  return (
    <div className={classes.parts}>
      <p dir="auto">{problem}</p>
      {context && <Part title="What there is to know" text={context} />}
      {constraints && <Part title="What it has to keep to" text={constraints} />}
      {subQuestions.length > 0 && (
        <>
          <h3>Questions</h3>
          <ul>
            {subQuestions.map((text) => (
              <li key={text} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {options.length > 0 && (
        <>
          <h3>Options</h3>
          <ul>
            {options.map(({ id, label, description }) => (
              <li key={id} dir="auto">
                <strong>
                  {optionKey(options, id)} {label}
                </strong>
                {description && <>: {description}</>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h3>{title}</h3>
      <p dir="auto">{text}</p>
    </>
  );
}
