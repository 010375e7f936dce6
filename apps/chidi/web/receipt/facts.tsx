import classes from './receipt.module.css';

interface FactsProps {
  title: string;
  facts: [name: string, value: string][];
}

/** Names and values under a title. */
export function Facts({ title, facts }: FactsProps) {
  return (
    <div>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
