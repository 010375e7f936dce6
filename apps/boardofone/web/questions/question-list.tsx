import { ActionIcon, Button, Textarea, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import classes from './questions.module.css';
import type { useQuestions } from './use-questions.ts';

/** The questions that the decision turns on, to be changed. */
export function QuestionList({ form }: { form: ReturnType<typeof useQuestions> }) {
  const { values, problems } = form;
  return (
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
      <Button variant="subtle" type="button" leftSection={<IconPlus size={18} />} onClick={form.addQuestion}>
        Add a question
      </Button>
    </section>
  );
}
