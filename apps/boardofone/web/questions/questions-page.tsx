import { EmptyState, Form, FormFailure, LoadingState, usePageTitle } from '@commons/ui';
import { ActionIcon, Button, Textarea, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Link, Redirect } from 'wouter';
import type { SessionView } from '../../deliberation/view.ts';
import type { Session } from '../client.ts';
import { ProblemHeading } from '../log/problem-heading.tsx';
import { SessionFrame } from '../log/session-frame.tsx';
import page from '../page.module.css';
import { pathOf } from '../sessions/session-words.ts';
import classes from './questions.module.css';
import { useQuestions } from './use-questions.ts';

/** What the problem was taken apart into, for its owner to change and approve. */
export function QuestionsPage({ id }: { id: string }) {
  usePageTitle('Questions and options');
  return (
    <SessionFrame id={id}>
      {({ session, view }) => {
        if (view.phase === 'problem_decomposition' && view.status === 'active' && !view.waitsFor) {
          return <TakingApart />;
        }
        if (view.waitsFor !== 'approval') return <Redirect to={pathOf(session)} replace />;
        return <Questions session={session} view={view} />;
      }}
    </SessionFrame>
  );
}

function TakingApart() {
  return (
    <>
      <LoadingState />
      <EmptyState title="The problem is being taken apart">
        <p>In a moment you see the questions and options, and can change them.</p>
      </EmptyState>
    </>
  );
}

function Questions({ session, view }: { session: Session; view: SessionView }) {
  const form = useQuestions(session, view);
  const { values, problems, failure, isPending } = form;
  return (
    <Form className={`${page.page} ${page.narrow}`} onSubmit={form.submit}>
      <ProblemHeading problem={session.problem} back={{ href: '/', label: 'Your decisions' }} />
      <p className={classes.lead}>
        This is how the problem was taken apart. Change what does not fit: the panel argues about these
        options and no others.
      </p>
      <section className={classes.part} aria-labelledby="questions">
        <Title order={2} id="questions">
          What the decision turns on
        </Title>
        {values.subQuestions.map(({ key, text }, index) => (
          <div key={key} className={classes.line}>
            <Textarea
              aria-label={`Question ${index + 1}`}
              autosize
              minRows={1}
              dir="auto"
              value={text}
              error={problems[`subQuestions.${index}`]}
              onChange={({ currentTarget }) => form.changeQuestion(key, currentTarget.value)}
            />
            <ActionIcon
              aria-label={`Remove question ${index + 1}`}
              title="Remove"
              onClick={() => form.removeQuestion(key)}
            >
              <IconTrash size={20} stroke={1.6} />
            </ActionIcon>
          </div>
        ))}
        {problems.subQuestions && <p role="alert">{problems.subQuestions}</p>}
        <Button
          variant="subtle"
          type="button"
          leftSection={<IconPlus size={18} />}
          onClick={form.addQuestion}
        >
          Add a question
        </Button>
      </section>
      <section className={classes.part} aria-labelledby="options">
        <Title order={2} id="options">
          The options
        </Title>
        {values.options.map(({ key, label, description, isNothing }, index) => (
          <div key={key} className={classes.option}>
            <div className={classes.line}>
              <Textarea
                label={isNothing ? 'Option: do nothing' : `Option ${index + 1}`}
                rows={1}
                classNames={{ input: classes.name ?? '' }}
                dir="auto"
                value={label}
                error={problems[`options.${index}.label`]}
                onChange={({ currentTarget }) =>
                  // A name is one line, however many it is shown in.
                  form.changeOption(key, { label: currentTarget.value.replaceAll('\n', ' ') })
                }
              />
              {!isNothing && (
                <ActionIcon
                  aria-label={`Remove option ${index + 1}`}
                  title="Remove"
                  onClick={() => form.removeOption(key)}
                >
                  <IconTrash size={20} stroke={1.6} />
                </ActionIcon>
              )}
            </div>
            <Textarea
              aria-label={`What option ${index + 1} means`}
              placeholder="What it means in practice"
              autosize
              minRows={1}
              dir="auto"
              value={description}
              error={problems[`options.${index}.description`]}
              onChange={({ currentTarget }) => form.changeOption(key, { description: currentTarget.value })}
            />
          </div>
        ))}
        {problems.options && <p role="alert">{problems.options}</p>}
        <Button variant="subtle" type="button" leftSection={<IconPlus size={18} />} onClick={form.addOption}>
          Add an option
        </Button>
      </section>
      <FormFailure error={failure} />
      <div className={classes.actions}>
        <Button type="submit" loading={isPending}>
          Approve and choose the panel
        </Button>
        <Button component={Link} href={`/sessions/${session.id}`} variant="subtle" color="gray">
          To the room
        </Button>
      </div>
    </Form>
  );
}
