import { type Document, isScalar, isSeq, parseDocument } from 'yaml';
import type { Json } from '../../../contract/ids.ts';
import { sameJson } from '../../json/json-type.ts';
import { insertIntoBlock, moveInBlock, removeFromBlock } from './block-list.ts';
import { editedData } from './edited-data.ts';
import { insertIntoFlow, moveInFlow, removeFromFlow } from './flow-list.ts';
import { addPair, addToEmpty, removePair } from './pairs.ts';
import { placeAt } from './place.ts';
import { replaceScalar } from './replace-scalar.ts';
import type { YamlEdit } from './yaml-edit.ts';

/**
 * A YAML text after one change: comments, order, blank lines, quotes and unknown keys stay, and only the lines that must
 * change do. What was written is read again: if a text is put together in a way that this cannot follow, the whole of it
 * is written anew, comments and order kept. The same text when it cannot be read or the place is not there.
 */
export function editYaml(text: string, edit: YamlEdit): string {
  const document = parse(text);
  const before = document && dataOf(document);
  if (!document || before === null || before === undefined) return text;
  const meant = asBefore(document, edit);
  const wanted = editedData(before, meant);
  if (wanted === null || sameJson(wanted, before)) return text;
  const spliced = splice(text, document, meant);
  if (spliced !== null && holds(spliced, wanted)) return spliced;
  const anew = writtenAnew(document, meant);
  return holds(anew, wanted) ? anew : text;
}

function parse(text: string): Document | null {
  const document = parseDocument(text, { keepSourceTokens: true, uniqueKeys: true, merge: false, logLevel: 'silent' });
  return document.errors.length > 0 || document.warnings.length > 0 ? null : document;
}

function dataOf(document: Document): Json | null {
  try {
    return document.toJS({ maxAliasCount: 0 }) as Json;
  } catch {
    return null;
  }
}

function holds(text: string, wanted: Json): boolean {
  const document = parse(text);
  const data = document && dataOf(document);
  return data !== null && sameJson(data, wanted);
}

/** The last line break of a block of text is a matter of how it is written: an edit of its words keeps it. */
function asBefore(document: Document, edit: YamlEdit): YamlEdit {
  if (edit.do !== 'set' || typeof edit.value !== 'string') return edit;
  const node = placeAt(document, edit.path)?.node;
  const old = isScalar(node) && node.type?.startsWith('BLOCK') ? node.value : null;
  if (typeof old !== 'string' || !old.endsWith('\n') || edit.value.endsWith('\n') || edit.value === '') return edit;
  return { ...edit, value: `${edit.value}\n` };
}

function splice(text: string, document: Document, edit: YamlEdit): string | null {
  const place = placeAt(document, edit.path);
  if (edit.do === 'set') {
    if (place && isScalar(place.node)) return replaceScalar(text, place.node, edit.value, place.flow);
    return place ? null : addPair(text, document, edit.path, edit.value, edit.order ?? []);
  }
  if (edit.do === 'unset') return removePair(text, document, edit.path);
  if (edit.do === 'insert' && !place) return addPair(text, document, edit.path, [edit.value], edit.order ?? []);
  const list = place?.node;
  if (!place || !isSeq(list)) return null;
  if (edit.do === 'insert') {
    if (!list.flow) return insertIntoBlock(text, list, edit.at, edit.value);
    if (list.items.length === 0 && !place.flow && place.pair) return addToEmpty(text, list, place.pair, edit.value);
    return insertIntoFlow(text, list, edit.at, edit.value);
  }
  if (edit.do === 'remove') {
    return list.flow ? removeFromFlow(text, list, edit.at) : removeFromBlock(text, list, place.pair, edit.at);
  }
  return list.flow ? moveInFlow(text, list, edit.from, edit.to) : moveInBlock(text, list, edit.from, edit.to);
}

function writtenAnew(document: Document, edit: YamlEdit): string {
  const list = document.getIn(edit.path, true);
  if (edit.do === 'set') document.setIn(edit.path, edit.value);
  else if (edit.do === 'unset') document.deleteIn(edit.path);
  else if (edit.do === 'insert') {
    if (isSeq(list)) list.items.splice(edit.at, 0, document.createNode(edit.value));
    else document.setIn(edit.path, document.createNode([edit.value]));
  } else if (isSeq(list)) {
    const [item] = list.items.splice(edit.do === 'move' ? edit.from : edit.at, 1);
    if (edit.do === 'move' && item !== undefined) list.items.splice(edit.to, 0, item);
  }
  return document.toString({ lineWidth: 0 });
}
