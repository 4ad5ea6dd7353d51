import type { Chance } from './seeded.ts';

const LARGE = 200_000;

/** Texts that are all different, in the form that their file has; most are small, some are large. */
export class Texts {
  readonly #chance: Chance;
  #made = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** How many were made so far: good for names. */
  get made(): number {
    return this.#made;
  }

  next(path: string): string {
    this.#made += 1;
    const mark = path.endsWith('.yaml') ? '#' : '//';
    const name = `${mark} text ${this.#made} of ${path}\n`;
    const body = path === 'src/app.ts' ? APP : path.endsWith('.yaml') ? PLAN : `export const made = ${this.#made};\n`;
    return name + body + this.#filler(mark, name) + name;
  }

  #filler(mark: string, name: string): string {
    const length = this.#chance.below(this.#chance.oneIn(6) ? LARGE : 2_000);
    const line = `${mark} ${name.trim()} ${'✓ as long as a line of code is '.repeat(2)}\n`;
    return line.repeat(Math.ceil(length / line.length));
  }
}

const APP = `import Fastify from 'fastify';

export async function buildApp() {
  const app = Fastify();
  app.get('/api/v1/books', async () => ({ data: [] }));
  return app;
}
`;

const PLAN = 'title: Books\nresources: []\n';
