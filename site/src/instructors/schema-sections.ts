import { fieldAnchor } from './field-anchor.ts';
import { entryOf, itemOf, kindsOf, type SchemaNode } from './schema-node.ts';
import { limitWords, typeWords } from './type-words.ts';

/** One field of a file as the reference shows it. */
export type Field = {
  name: string;
  /** The first is its own; the others are those of places where the same is described a second time. */
  anchors: string[];
  type: string;
  limits: string | null;
  needed: boolean;
  /** Null: none, or empty. */
  default: string | null;
  about: string | null;
  /** The anchor of the section that describes what stands in it. */
  section: string | null;
};

/** The fields of one object of a file. `path` is that of `fieldAnchor`; empty for the file itself. */
export type Section = {
  path: string[];
  anchor: string;
  /** Of a kind: `kind: http`. */
  kind: string | null;
  about: string | null;
  /** What holds for the object as a whole. */
  rule: string | null;
  fields: Field[];
};

/** Every object that may stand in a file, from the outside in. What stands in several places is there once. */
export function schemaSections(root: SchemaNode): Section[] {
  return new Walk().all(root);
}

class Walk {
  readonly #sections: Section[] = [];
  readonly #known = new Map<string, string[]>();

  all(root: SchemaNode): Section[] {
    this.#inside(root, []);
    return this.#sections;
  }

  /** Adds what stands in `node`; gives the anchor of the section that describes it, or null when it holds no fields. */
  #inside(node: SchemaNode, path: string[]): string | null {
    const item = itemOf(node);
    const entry = entryOf(item);
    if (entry) return this.#inside(entry, [...path, 'name']);
    const kinds = kindsOf(item);
    const objects = (item.anyOf ?? item.oneOf ?? [item]).map(itemOf).filter((member) => member.properties);
    if (objects.length === 0) {
      for (const member of item.anyOf ?? []) this.#inside(member, path);
      return null;
    }
    const known = this.#again(item, path);
    if (known !== null) return known;
    if (kinds) this.#addKinds(kinds, path);
    else this.#add(merged(objects), path, { about: item.description, rule: item.rule });
    return sectionAnchor(path);
  }

  #addKinds({ key, kinds }: { key: string; kinds: Map<string, SchemaNode> }, path: string[]): void {
    const members = [...kinds.values()];
    const first = members[0]?.properties ?? {};
    const inAll = Object.keys(first).filter(
      (name) => name !== key && members.every((one) => same(one.properties?.[name], first[name])),
    );
    const common = {
      properties: { ...pick(first, inAll), [key]: { enum: [...kinds.keys()] } },
      required: [...(members[0]?.required ?? []).filter((name) => inAll.includes(name)), key],
    };
    const fields = this.#add(common, path, {}).fields;
    for (const field of fields) {
      for (const kind of kinds.keys()) field.anchors.push(fieldAnchor([...path, kind, field.name]));
    }
    for (const [kind, member] of kinds) {
      const rest = Object.keys(member.properties ?? {}).filter((name) => name !== key && !inAll.includes(name));
      const own = { ...member, properties: pick(member.properties ?? {}, rest) };
      this.#add(own, [...path, kind], { kind: `${key}: ${kind}`, about: member.description, rule: member.rule });
    }
  }

  #add(
    { properties = {}, required = [] }: SchemaNode,
    path: string[],
    { kind, about, rule }: { kind?: string; about?: string | undefined; rule?: string | undefined },
  ): Section {
    const anchor = sectionAnchor(path);
    const fields: Field[] = [];
    const section = { path, anchor, kind: kind ?? null, about: about ?? null, rule: rule ?? null, fields };
    this.#sections.push(section);
    for (const [name, node] of Object.entries(properties)) {
      const field: Field = {
        name,
        anchors: [fieldAnchor([...path, name])],
        type: typeWords(node),
        limits: limitWords(node),
        needed: required.includes(name),
        default: defaultWords(node.default),
        about: node.description ?? null,
        section: null,
      };
      fields.push(field);
      field.section = this.#inside(node, [...path, name]);
    }
    return section;
  }

  /** Something that is described already: its fields get the anchors of this place, too. */
  #again(node: SchemaNode, path: string[]): string | null {
    const { description: _, default: __, ...shape } = node;
    const key = JSON.stringify(shape);
    const before = this.#known.get(key);
    if (!before) {
      this.#known.set(key, path);
      return null;
    }
    const prefix = `${fieldAnchor(before)}-`;
    for (const field of this.#sections.flatMap(({ fields }) => fields)) {
      for (const anchor of field.anchors.filter((one) => one.startsWith(prefix)))
        field.anchors.push(`${fieldAnchor(path)}-${anchor.slice(prefix.length)}`);
    }
    return sectionAnchor(before);
  }
}

/** The section of the file itself has the anchor `file`; no field is called so at the top of one. */
function sectionAnchor(path: string[]): string {
  return path.length === 0 ? 'file' : `in-${fieldAnchor(path)}`;
}

function merged(objects: SchemaNode[]): SchemaNode {
  const [only] = objects;
  if (only && objects.length === 1) return only;
  return { properties: Object.assign({}, ...objects.map(({ properties }) => properties)), required: [] };
}

function pick(properties: Record<string, SchemaNode>, names: string[]): Record<string, SchemaNode> {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

function same(one: SchemaNode | undefined, other: SchemaNode | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function defaultWords(value: unknown): string | null {
  const text = JSON.stringify(value);
  return value === undefined || text === '{}' || text === '[]' ? null : text;
}
