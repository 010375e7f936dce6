import '@mantine/core/styles/Chip.layer.css';
import { Chip, Group, Input, TextInput } from '@mantine/core';
import classes from './plan-editor.module.css';
import type { PlanFieldsProps } from './plan-editor.tsx';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const monthDays = Array.from({ length: 31 }, (_, index) => index + 1);

/** On which days: what the kind asks for. */
export function DayFields(props: PlanFieldsProps) {
  switch (props.draft.kind) {
    case 'weekly':
      return <Weekdays {...props} />;
    case 'monthly':
      return <MonthDays {...props} />;
    case 'everyDays':
      return <Count {...props} field="everyDays" label="Every how many days" />;
    case 'cycle':
      return (
        <div className={classes.row}>
          <Count {...props} field="daysOn" label="Days on" />
          <Count {...props} field="daysOff" label="Days off" />
        </div>
      );
    default:
      return null;
  }
}

function Weekdays(props: PlanFieldsProps) {
  const { draft, change, problems } = props;
  return (
    <>
      <Input.Wrapper label="Days of the week" labelElement="div" size="md" error={problems.weekdays}>
        <Chip.Group
          multiple
          value={draft.weekdays.map(String)}
          onChange={(days) => change({ weekdays: days.map(Number) })}
        >
          <Group gap="xs" role="group" aria-label="Days of the week" mt={6}>
            {weekdays.map((label, index) => (
              <Chip key={label} value={String(index + 1)} size="md" classNames={{ label: classes.chip }}>
                {label}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Count {...props} field="everyWeeks" label="Every how many weeks" />
    </>
  );
}

function MonthDays({ draft, change, problems }: PlanFieldsProps) {
  return (
    <Input.Wrapper
      label="Days of the month"
      labelElement="div"
      size="md"
      description="A month without such a day is left out. The last day is always there."
      error={problems.days}
    >
      <Chip.Group
        multiple
        value={draft.monthDays.map(String)}
        onChange={(days) => change({ monthDays: days.map((day) => (day === 'last' ? day : Number(day))) })}
      >
        <Group gap="xs" role="group" aria-label="Days of the month" mt={6}>
          {monthDays.map((day) => (
            <Chip key={day} value={String(day)} size="md" classNames={{ label: classes.chip }}>
              {day}
            </Chip>
          ))}
          <Chip value="last" size="md" classNames={{ label: classes.chip }}>
            Last day
          </Chip>
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}

type CountField = 'everyWeeks' | 'everyDays' | 'daysOn' | 'daysOff';

function Count({
  draft,
  change,
  problems,
  field,
  label,
}: PlanFieldsProps & { field: CountField; label: string }) {
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      className={classes.short}
      value={draft[field]}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      error={problems[field]}
      autoComplete="off"
    />
  );
}
