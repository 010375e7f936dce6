import { ActionIcon, Button, Textarea, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import classes from './questions.module.css';
import type { useQuestions } from './use-questions.ts';

/** The options that the panel will argue about, to be changed; doing nothing stays one of them. */
export function OptionList({ form }: { form: ReturnType<typeof useQuestions> }) {
  const { values, problems } = form;
  return (
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
  );
}
