import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { AttackReport } from '../../../contract/attack.ts';
import { Method } from '../../ui/Method.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { pretty } from '../requests/request-draft.ts';
import styles from './Transcript.module.css';

type Exchange = AttackReport['exchanges'][number];

/** Everything that the attacker sent, in order, with the answers. The exchange that decided is open. */
export function Transcript({ exchanges }: { exchanges: readonly Exchange[] }) {
  return (
    <ol className={styles.list} aria-label="What was sent and answered">
      {exchanges.map((exchange, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a transcript never changes its order
        <Row key={at} exchange={exchange} open={exchange.decisive || exchanges.length === 1} />
      ))}
    </ol>
  );
}

function Row({ exchange, open }: { exchange: Exchange; open: boolean }) {
  const { label, request, response, times, decisive } = exchange;
  return (
    <li className={styles.item} data-decisive={decisive || undefined}>
      <Disclosure defaultExpanded={open}>
        <Heading level={4} className={styles.heading ?? ''}>
          <AriaButton slot="trigger" className={styles.trigger ?? ''}>
            <Method method={request.method} />
            <span className={styles.path}>{label ?? request.path}</span>
            {times > 1 ? <span className={styles.times}>{times} times</span> : null}
            <span className={styles.status}>{response ? response.status : 'no answer'}</span>
          </AriaButton>
        </Heading>
        <DisclosurePanel className={styles.panel ?? ''}>
          <Scroll className={styles.text} label="Request">
            {requestText(request)}
          </Scroll>
          {response ? (
            <Scroll className={`${styles.text} ${styles.response}`} label="Response">
              {responseText(response)}
            </Scroll>
          ) : null}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

function requestText({ method, path, headers, body }: Exchange['request']): string {
  return [`${method} ${path}`, ...lines(headers), ...(body ? ['', pretty(body)] : [])].join('\n');
}

function responseText({ status, headers, body, truncated }: NonNullable<Exchange['response']>): string {
  const cut = truncated ? ['…'] : [];
  return [`HTTP ${status}`, ...lines(headers), ...(body ? ['', pretty(body)] : []), ...cut].join('\n');
}

const lines = (headers: Record<string, string>): string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
