import { describe, expect, it } from 'vitest';
import type { Exit, LearnerProcess } from './learner-process.ts';
import type { RehearsedProcess } from './rehearsed-process.ts';
import { openStock, type Purpose, type Stock, type StockSize } from './stock.ts';

type Made = { entry: RehearsedProcess; rehearse: () => void; die: (error: Error) => void };

/** A stock whose processes rehearse when the test says so. */
function opened(size: Partial<StockSize> = {}) {
  const made: Made[] = [];
  const start = async (): Promise<RehearsedProcess> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const gone = Promise.withResolvers<Exit>();
    promise.catch(() => {});
    const kill = () => gone.resolve({ code: null, signal: 'SIGKILL', errorTail: '' });
    const process: LearnerProcess = {
      pid: made.length,
      folder: '',
      exited: gone.promise,
      failures: [],
      kill,
      send() {},
      listen() {},
      log() {},
      note() {},
    };
    const entry: RehearsedProcess = { process, state: 'rehearsing', rehearsed: promise };
    made.push({ entry, rehearse: resolve, die: reject });
    return entry;
  };
  const stock = openStock(start, () => ({ size: 2, atRest: 1, afterMs: 1_000_000, ...size }));
  return { stock, made };
}

const never = new AbortController().signal;
const turn = () => new Promise((resolve) => setImmediate(resolve));

async function filled(size?: Partial<StockSize>) {
  const { stock, made } = opened(size);
  stock.refill();
  await rehearseAll(made);
  return { stock, made };
}
async function rehearseAll(made: Made[]): Promise<void> {
  for (let before = -1; before !== made.length; ) {
    before = made.length;
    for (const one of made) one.rehearse();
    await turn();
  }
}
/** Who was served, in that order. */
function taking(stock: Stock) {
  const served: Purpose[] = [];
  return { served, take: (purpose: Purpose) => void stock.take(purpose, never).then(() => served.push(purpose)) };
}

describe('the stock of rehearsed processes', () => {
  it('fills up to its size', async () => {
    const { made } = await filled({ size: 3 });
    expect(made).toHaveLength(3);
  });

  it('starts two at once when nothing is left, else one after the other', async () => {
    const { stock, made } = opened({ size: 4 });
    stock.refill();
    await turn();
    expect(made).toHaveLength(2);
    made[0]?.rehearse();
    await turn();
    expect(made).toHaveLength(2);
    made[1]?.rehearse();
    await turn();
    expect(made).toHaveLength(3);
  });

  it('serves what is to be live before checks that have waited longer', async () => {
    const { stock, made } = opened();
    const { served, take } = taking(stock);
    take('checks');
    take('live');
    await rehearseAll(made);
    expect(served).toEqual(['live', 'checks']);
  });

  it('gives the last one to checks after a single edit', async () => {
    const { stock } = await filled({ size: 2 });
    const { served, take } = taking(stock);
    take('live');
    stock.refill();
    take('checks');
    await turn();
    expect(served).toEqual(['live', 'checks']);
  });

  it('keeps the last one from checks under steady typing while another is on its way', async () => {
    const { stock, made } = await filled({ size: 3 });
    const { served, take } = taking(stock);
    await stock.take('live', never);
    take('live');
    stock.refill();
    take('checks');
    await turn();
    expect(served).toEqual(['live']);
    take('live');
    await turn();
    expect(served).toEqual(['live', 'live']);
    await rehearseAll(made);
    expect(served).toEqual(['live', 'live', 'checks']);
  });

  it('starts nothing while it is held, unless nothing is left', async () => {
    const { stock, made } = await filled({ size: 2 });
    const release = stock.hold();
    await stock.take('live', never);
    stock.refill();
    await turn();
    expect(made).toHaveLength(2);
    await stock.take('live', never);
    stock.refill();
    await turn();
    expect(made).toHaveLength(4);
    release();
    release();
  });

  it('keeps a process whose taker went away', async () => {
    const { stock, made } = opened({ size: 1 });
    const leave = new AbortController();
    const taken = stock.take('live', leave.signal);
    await turn();
    leave.abort(new Error('a newer edit'));
    await expect(taken).rejects.toThrow('a newer edit');
    await rehearseAll(made);
    expect((await stock.take('live', never)).pid).toBe(0);
  });

  it('tells everyone who waits when one cannot be started, and tries again for the next', async () => {
    const { stock, made } = opened();
    const [taken, ready] = [stock.take('live', never), stock.ready(1)];
    await turn();
    for (const one of made) one.die(new Error('no such program'));
    await expect(taken).rejects.toThrow('no such program');
    await expect(ready).rejects.toThrow('no such program');
    const again = stock.take('live', never);
    await rehearseAll(made);
    expect(await again).toBeDefined();
  });

  it('does not hand out a process that died', async () => {
    const { stock, made } = await filled({ size: 2 });
    made[0]?.entry.process.kill();
    await turn();
    expect((await stock.take('live', never)).pid).toBe(1);
  });

  it('shrinks when nobody takes one for a while, and grows with the next taker', async () => {
    const { stock, made } = await filled({ size: 3, afterMs: 20 });
    const gone = made.slice(1).map(({ entry }) => entry.process.exited);
    await Promise.all(gone);
    expect((await stock.take('live', never)).pid).toBe(0);
    stock.refill();
    await rehearseAll(made);
    expect(made).toHaveLength(6);
  });

  it('gives who waits the reason when it is closed', async () => {
    const { stock } = opened();
    const taken = stock.take('live', never);
    stock.close(new Error('closed'));
    await expect(taken).rejects.toThrow('closed');
  });
});
