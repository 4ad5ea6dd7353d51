import { expect, it } from 'vitest';
import { perFrame } from './per-frame.ts';

function drive() {
  const asked: (() => void)[] = [];
  const applied: number[][] = [];
  const add = perFrame<number>((items) => applied.push(items), { request: (then) => asked.push(then) });
  return { add, applied, asked, frame: () => asked.shift()?.() };
}

it('hands the first item on at once and what follows with the next frame, together and in order', () => {
  const { add, applied, frame } = drive();
  for (const item of [1, 2, 3]) add(item);
  expect(applied).toEqual([[1]]);
  frame();
  expect(applied).toEqual([[1], [2, 3]]);
  add(4);
  expect(applied, 'a frame is under way').toEqual([[1], [2, 3]]);
  frame();
  expect(applied).toEqual([[1], [2, 3], [4]]);
});

it('asks for no frames while nothing comes', () => {
  const { add, applied, asked, frame } = drive();
  add(1);
  frame();
  expect(asked).toEqual([]);
  add(2);
  expect(applied).toEqual([[1], [2]]);
});
