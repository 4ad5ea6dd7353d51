/** Width and height in CSS pixels. */
export type Size = { width: number; height: number };

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** How large an image says that it is; null when it does not say. PNG and SVG, as lessons may show them. */
export function imageSize(bytes: Buffer): Size | null {
  if (bytes.subarray(0, PNG.length).equals(PNG) && bytes.length >= 24)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  const root = /<svg\b[^>]*>/.exec(bytes.toString('utf8'))?.[0] ?? '';
  const [, , width, height] = (/\bviewBox="([^"]*)"/.exec(root)?.[1] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const own = { width: lengthOf(root, 'width') ?? width, height: lengthOf(root, 'height') ?? height };
  return own.width && own.height ? { width: own.width, height: own.height } : null;
}

/** A percentage says nothing: it is of something that is not known here. */
function lengthOf(root: string, name: string): number | undefined {
  const found = new RegExp(`\\s${name}="([\\d.]+)(px)?"`).exec(root)?.[1];
  return found === undefined ? undefined : Number(found);
}
