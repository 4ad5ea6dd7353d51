import type { Page } from 'playwright';

/** Chromium writes WebP itself, so no image library is needed. Run in the page, whose names are not known here. */
const ENCODE = `async (data, quality, width) => {
  const picture = new Image();
  picture.src = 'data:image/png;base64,' + data;
  await picture.decode();
  const across = width ?? picture.naturalWidth;
  const small = await createImageBitmap(picture, { resizeWidth: across, resizeQuality: 'high' });
  const canvas = document.createElement('canvas');
  canvas.width = small.width;
  canvas.height = small.height;
  canvas.getContext('2d').drawImage(small, 0, 0);
  return canvas.toDataURL('image/webp', quality);
}`;

/**
 * A PNG as WebP, made by the browser of `page` in a page of its own.
 * @param quality from 0 to 1
 * @param width in pixels; null keeps that of the PNG
 */
export async function toWebp(page: Page, png: Buffer, quality: number, width: number | null = null): Promise<Buffer> {
  const blank = await page.context().newPage();
  const url = String(await blank.evaluate(`(${ENCODE})('${png.toString('base64')}', ${quality}, ${width})`));
  await blank.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
