import { Alert, Title } from '@mantine/core';
import type { Outputs } from '../client.ts';
import { ConfirmImport } from './confirm-import.tsx';
import classes from './import.module.css';

interface PreviewProps {
  chosen: { id: string; file: string };
  preview: Outputs['import']['preview'];
}

/** What is in a file, what of it stays behind and why; or what is wrong with it. */
export function PreviewOfFile({ chosen, preview: { contents, problems } }: PreviewProps) {
  if (!contents) {
    return (
      <Alert
        color="red"
        title="This file cannot be brought in. Nothing was changed."
        role="alert"
        classNames={{ title: classes.refusedTitle, message: classes.refused }}
      >
        <dl className={classes.problems}>
          {problems.map(({ where, what }) => (
            <div key={`${where} ${what}`}>
              <dt>{where}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </Alert>
    );
  }
  return (
    <>
      <section className={classes.part} aria-labelledby="comes">
        <Title order={2} id="comes">
          The record of {contents.fullName}
        </Title>
        <p>Saved on {new Date(contents.exportedAt).toLocaleDateString(undefined, { dateStyle: 'long' })}.</p>
        <table className={classes.table}>
          <caption>What comes</caption>
          <tbody>
            {contents.comes.map(({ what, count }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{count.toLocaleString()}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>Entries keep the names and times that the file has, and are marked as imported.</p>
      </section>
      <section className={classes.part} aria-labelledby="stays">
        <Title order={2} id="stays">
          What does not come
        </Title>
        <dl className={classes.problems}>
          {contents.staysBehind.map(({ what, why }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </section>
      <ConfirmImport chosen={chosen} name={contents.preferredName} basis={contents.basis} />
    </>
  );
}
