import type { ContractField, ContractRow, FieldShape } from '../../../contract/contract-diff.ts';
import { statusText } from '../../../core/plan/status-text.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './RowDetails.module.css';
import { routeOf, showPlanLine, showRoute } from './show-place.ts';

/** Statuses and fields of an operation, planned beside built. What differs is marked. */
export function RowDetails({ id, row }: { id: string; row: ContractRow }) {
  const { drift, fields, statuses } = row;
  const all = [...new Set([...statuses.planned, ...statuses.built])].sort((one, other) => one - other);
  const known = statuses.built.length > 0;
  return (
    <div id={id} className={styles.details}>
      {drift
        .filter((text) => text.startsWith('the parameter'))
        .map((text) => (
          <p key={text} className={styles.note}>
            {text}
          </p>
        ))}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="only-heard">What</span>
            </th>
            <th scope="col">Planned</th>
            <th scope="col">Built</th>
          </tr>
        </thead>
        <tbody>
          <Head text="Statuses" />
          {all.map((status) => {
            const planned = statuses.planned.includes(status);
            const built = statuses.built.includes(status);
            return (
              <tr key={status} data-differs={(built && !planned) || undefined}>
                <th scope="row">
                  {status} <small>{statusText(status)}</small>
                </th>
                <td>{planned ? 'yes' : <Absent />}</td>
                <td>{built ? 'yes' : planned && known ? <Absent text="not seen" /> : <Absent />}</td>
              </tr>
            );
          })}
          <Fields title="Fields of the request" fields={fields.filter(({ where }) => where === 'request')} />
          <Fields title="Fields of the answer" fields={fields.filter(({ where }) => where === 'response')} />
        </tbody>
      </table>
      <div className={styles.links}>
        <Button look="text" onPress={() => showPlanLine(row)}>
          Show it in the plan
        </Button>
        {routeOf(row) ? (
          <Button look="text" onPress={() => showRoute(row)}>
            Show the route
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function Fields({ title, fields }: { title: string; fields: ContractField[] }) {
  if (fields.length === 0) return null;
  return (
    <>
      <Head text={title} />
      {fields.map(({ name, planned, built, drift }) => (
        <tr key={name} data-differs={drift === '' ? undefined : true}>
          <th scope="row">{name}</th>
          <td>
            <Shape shape={planned} />
          </td>
          <td>
            <Shape shape={built} />
          </td>
        </tr>
      ))}
    </>
  );
}

function Head({ text }: { text: string }) {
  return (
    <tr className={styles.head}>
      <th scope="colgroup" colSpan={3}>
        {text}
      </th>
    </tr>
  );
}

function Shape({ shape }: { shape: FieldShape | null }) {
  if (!shape) return <Absent />;
  return (
    <>
      {shape.type}
      {shape.required ? null : <small> optional</small>}
    </>
  );
}

function Absent({ text = 'no' }: { text?: string }) {
  return <span className={styles.absent}>{text}</span>;
}
