import { expect, test } from 'vitest';
import { imageSize } from './image-size.ts';

const svg = (attributes: string): Buffer => Buffer.from(`<svg xmlns="x" ${attributes}><rect width="3"/></svg>`);

test('an SVG by its width and height, else by its view box', () => {
  expect(imageSize(svg('viewBox="0 0 400 452" width="200" height="226px"'))).toEqual({ width: 200, height: 226 });
  expect(imageSize(svg('viewBox="0 0 400 452"'))).toEqual({ width: 400, height: 452 });
  expect(imageSize(svg('width="100%" viewBox="0,0,40,20"'))).toEqual({ width: 40, height: 20 });
  expect(imageSize(svg(''))).toBeNull();
});

test('a PNG by its header', () => {
  const png = Buffer.alloc(24);
  png.set([0x89, 0x50, 0x4e, 0x47]);
  png.writeUInt32BE(640, 16);
  png.writeUInt32BE(480, 20);
  expect(imageSize(png)).toEqual({ width: 640, height: 480 });
});
