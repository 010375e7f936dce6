import { Form, FormFailure } from '@commons/ui';
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { SessionView } from '../../deliberation/view.ts';
import type { Session } from '../client.ts';
import { ProblemHeading } from '../log/problem-heading.tsx';
import page from '../page.module.css';
import { OptionList } from './option-list.tsx';
import { QuestionList } from './question-list.tsx';
import classes from './questions.module.css';
import { useQuestions } from './use-questions.ts';

/** Questions and options, to be changed and approved. */
export function Questions({ session, view }: { session: Session; view: SessionView }) {
  const form = useQuestions(session, view);
  const { failure, isPending, isChanged } = form;
  return (
    <Form className={`${page.page} ${page.narrow}`} onSubmit={form.submit}>
      <ProblemHeading problem={session.problem} back={{ href: '/', label: 'Your decisions' }} />
      <p className={classes.lead}>
        This is how the problem was taken apart. Change what does not fit: the panel argues about these
        options and no others.
      </p>
      <QuestionList form={form} />
      <OptionList form={form} />
      <FormFailure error={failure} />
      <div className={page.actions}>
        <Button type="submit" loading={isPending}>
          Approve and choose the panel
        </Button>
        {isChanged && (
          <Button variant="default" onClick={form.discard} disabled={isPending}>
            Back to what was proposed
          </Button>
        )}
        <Button component={Link} href={`/sessions/${session.id}`} variant="subtle" color="gray">
          To the room
        </Button>
      </div>
    </Form>
  );
}
