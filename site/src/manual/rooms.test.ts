import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '../../..');
const Config = z.object({
  allowed: z.array(
    z.object({
      from: z.object({ path: z.union([z.string(), z.array(z.string())]) }),
      to: z.object({ path: z.string().optional(), dependencyTypes: z.array(z.string()).optional() }),
    }),
  ),
});
const { allowed } = Config.parse(createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')));

/** `^(src/core)/` says that the rule is about this room alone. */
const rulesOf = (room: string) => allowed.filter(({ from }) => from.path === `^(${room})/`).map(({ to }) => to);

const roomsAllowed = (room: string) =>
  rulesOf(room)
    .flatMap(({ path }) => /^\^\((src\/.*)\)\/$/.exec(path ?? '')?.[1]?.split('|') ?? [])
    .filter((other) => other !== room);

const hasNode = (room: string) => rulesOf(room).some(({ dependencyTypes }) => dependencyTypes?.includes('core'));

const page = readFileSync(join(root, 'site/src/content/docs/contributors/rooms.md'), 'utf8');
const rows = [...page.matchAll(/^\| `(src\/\w+)` \|([^|]*)\| (yes|no) \|/gm)].map(
  ([, room = '', rooms = '', node]) => ({
    room,
    rooms: [...rooms.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    node: node === 'yes',
  }),
);

it('the table of the manual is the one that is enforced', () => {
  const enforced = rows.map(({ room }) => ({ room, rooms: roomsAllowed(room), node: hasNode(room) }));
  expect(rows).toEqual(enforced);
});

it('every room of src has its row', () => {
  const rooms = allowed.flatMap(({ from }) => /^\^\((src\/\w+)\)\/$/.exec(String(from.path))?.[1] ?? []);
  expect(rows.map(({ room }) => room).sort()).toEqual([...new Set(rooms)].sort());
});
